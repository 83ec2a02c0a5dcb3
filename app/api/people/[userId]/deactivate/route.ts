import { defineRoute } from "@/lib/api/define-route";
import { userParams } from "@/lib/api/schemas/params";
import { deactivatePerson } from "@/lib/auth/people";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "user.deactivated",
    path: "/api/people/{userId}/deactivate",
    summary: "Shut somebody out: their sessions and keys end at once, what they did stays",
    permission: "people:manage",
    page: "none",
    params: userParams,
    answer: null,
  },
  async ({ db, viewer, params }) => deactivatePerson(db, viewer, params.userId, Date.now()),
);
