import { defineRoute } from "@/lib/api/define-route";
import { markErrorsInput, markErrorsResult } from "@/lib/api/schemas/delivery-errors";
import { recordAudit } from "@/lib/auth/audit-queries";
import { markErrors } from "@/lib/delivery-errors/mark-errors";
import { toPageId } from "@/lib/delivery-errors/pick-selected";

export const POST = defineRoute(
  {
    method: "POST",
    // Below, unless nothing changed.
    audit: null,
    path: "/api/delivery-errors/marks",
    summary: "Mark delivery errors as known, or as open again",
    permission: "delivery_errors:manage",
    page: "viewer",
    body: markErrorsInput,
    answer: markErrorsResult,
  },
  async ({ db, viewer: { id: userId, pages }, body }) => {
    const result = markErrors(db, { ...body, pages });
    if (result.changed > 0) {
      const action = body.isKnown ? "delivery_errors.marked" : "delivery_errors.reopened";
      const about = { target: null, pageId: toPageId(body.selection), detail: { count: result.changed } };
      recordAudit(db, { atMs: Date.now(), userId, action, ...about });
    }
    return result;
  },
);
