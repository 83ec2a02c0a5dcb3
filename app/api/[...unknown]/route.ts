import { defineRoute } from "@/lib/api/define-route";
import { AppError } from "@/lib/errors";

/** Addresses of the API that do not exist answer like the rest of it, not with an HTML page. */
const handler = defineRoute(
  { method: "GET", path: "/api/{unknown}", summary: "Not found", permission: null, answer: null },
  async () => {
    throw new AppError("not_found", "There is nothing at this address.");
  },
);

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
