import { defineRoute } from "@/lib/api/define-route";
import { markErrorsInput, markErrorsResult } from "@/lib/api/schemas/delivery-errors";
import { markErrors } from "@/lib/delivery-errors/mark-errors";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/delivery-errors/marks",
    summary: "Mark delivery errors as known, or as open again",
    permission: "delivery_errors:manage",
    body: markErrorsInput,
    answer: markErrorsResult,
  },
  async ({ db, body }) => markErrors(db, body),
);
