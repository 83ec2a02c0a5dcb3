import { defineRoute } from "@/lib/api/define-route";
import { replayParams } from "@/lib/api/schemas/params";
import { replayAnswer } from "@/lib/api/schemas/replays";
import { pagesOfReplay } from "@/lib/auth/page-of-queries";
import { cancelReplay } from "@/lib/notifications/cancel-replay";
import { toReplay } from "@/lib/notifications/start-replay";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "replay.cancelled",
    path: "/api/replays/{replayId}/cancel",
    summary: "End a replay where it is; what is done stays done",
    permission: "notifications:replay",
    page: pagesOfReplay,
    params: replayParams,
    answer: replayAnswer,
  },
  async ({ db, viewer, params }) => {
    const cancelled = cancelReplay(db, getDesk().replays, { replayId: params.replayId, userId: viewer.id });
    return { replay: toReplay(cancelled) };
  },
);
