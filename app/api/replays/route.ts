import { defineRoute } from "@/lib/api/define-route";
import { replayAnswer, replayList, startReplayInput } from "@/lib/api/schemas/replays";
import { listReplays } from "@/lib/notifications/replay-queries";
import { startReplay, toReplay } from "@/lib/notifications/start-replay";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/replays",
    summary: "The newest replays of many notifications",
    permission: "notifications:read",
    answer: replayList,
  },
  async ({ db }) => ({ replays: (await listReplays(db)).map(toReplay), nextCursor: null }),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/replays",
    summary: "Interpret many notifications again: these, or all that failed since",
    permission: "notifications:replay",
    body: startReplayInput,
    answer: replayAnswer,
    status: 202,
  },
  async ({ db, viewer, body }) => {
    const replay = toReplay(startReplay(db, body, { userId: viewer.id, nowMs: Date.now() }));
    getDesk().replays.wake();
    return { replay };
  },
);
