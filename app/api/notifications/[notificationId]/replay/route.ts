import { defineRoute } from "@/lib/api/define-route";
import { replayInput, replayResult } from "@/lib/api/schemas/notifications";
import { notificationParams } from "@/lib/api/schemas/params";
import { recordAudit } from "@/lib/auth/audit-queries";
import { pagesOfNotification } from "@/lib/auth/page-of-queries";
import { AppError } from "@/lib/errors";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    // Below, unless it is a dry run.
    audit: null,
    path: "/api/notifications/{notificationId}/replay",
    summary: "Interpret a stored notification again; nothing is ever doubled by it",
    permission: "notifications:replay",
    page: pagesOfNotification,
    params: notificationParams,
    body: replayInput,
    answer: replayResult,
  },
  async ({ db, viewer, params, body }) => {
    const replayed = getDesk().interpreter.replay(params.notificationId, { isDryRun: body.dryRun });
    if (!replayed) throw new AppError("not_found", "There is no such notification, or it was rejected.");
    if (!body.dryRun) {
      const target = String(params.notificationId);
      recordAudit(db, { atMs: Date.now(), userId: viewer.id, action: "notification.replayed", target });
    }
    return replayed;
  },
);
