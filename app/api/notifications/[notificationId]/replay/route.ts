import { defineRoute } from "@/lib/api/define-route";
import { replayInput, replayResult } from "@/lib/api/schemas/notifications";
import { notificationParams } from "@/lib/api/schemas/params";
import { AppError } from "@/lib/errors";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/notifications/{notificationId}/replay",
    summary: "Interpret a stored notification again; nothing is ever doubled by it",
    permission: "notifications:replay",
    params: notificationParams,
    body: replayInput,
    answer: replayResult,
  },
  async ({ params, body }) => {
    const replayed = getDesk().interpreter.replay(params.notificationId, { isDryRun: body.dryRun });
    if (!replayed) throw new AppError("not_found", "There is no such notification, or it was rejected.");
    return replayed;
  },
);
