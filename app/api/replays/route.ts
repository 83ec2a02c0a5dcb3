import { defineRoute } from "@/lib/api/define-route";
import { replayAnswer, replayList, startReplayInput } from "@/lib/api/schemas/replays";
import { maySeePages } from "@/lib/auth/page-access";
import { NO_PAGE, pagesOfReplay } from "@/lib/auth/page-of-queries";
import { listReplays } from "@/lib/notifications/replay-queries";
import { startReplay, toReplay } from "@/lib/notifications/start-replay";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/replays",
    summary: "The newest replays of many notifications",
    permission: "notifications:read",
    page: "viewer",
    answer: replayList,
  },
  async ({ db, viewer }) => {
    const replays = (await listReplays(db)).filter(({ id }) =>
      maySeePages(viewer.pages, pagesOfReplay(db, { replayId: id }) ?? NO_PAGE),
    );
    return { replays: replays.map(toReplay), nextCursor: null };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    audit: "replay.started",
    path: "/api/replays",
    summary: "Interpret many notifications again: these, or all that failed since",
    permission: "notifications:replay",
    page: "viewer",
    body: startReplayInput,
    answer: replayAnswer,
    status: 202,
  },
  async ({ db, viewer, body }) => {
    const replay = toReplay(startReplay(db, body, { userId: viewer.id, pages: viewer.pages, nowMs: Date.now() }));
    getDesk().replays.wake();
    return { replay };
  },
);
