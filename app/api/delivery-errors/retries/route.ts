import { defineRoute } from "@/lib/api/define-route";
import { retryErrorsInput, retryErrorsResult } from "@/lib/api/schemas/delivery-errors";
import { recordAudit } from "@/lib/auth/audit-queries";
import { toPageId } from "@/lib/delivery-errors/pick-selected";
import { retryErrors } from "@/lib/delivery-errors/retry-errors";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    // Below, unless it is a dry run.
    audit: null,
    path: "/api/delivery-errors/retries",
    summary: "Send the messages of many delivery errors once more, or say which of them could be",
    permission: "delivery_errors:manage",
    page: "viewer",
    body: retryErrorsInput,
    answer: retryErrorsResult,
  },
  async ({ db, viewer: { id: userId, pages }, body }) => {
    const atMs = Date.now();
    const result = retryErrors(db, { ...body, pages }, getDesk(), atMs);
    if (!body.dryRun && result.retried > 0) {
      const about = { target: null, pageId: toPageId(body.selection), detail: { count: result.retried } };
      recordAudit(db, { atMs, userId, action: "delivery_errors.retried", ...about });
    }
    return result;
  },
);
