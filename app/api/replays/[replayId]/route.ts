import { defineRoute } from "@/lib/api/define-route";
import { replayParams } from "@/lib/api/schemas/params";
import { replayAnswer } from "@/lib/api/schemas/replays";
import { pagesOfReplay } from "@/lib/auth/page-of-queries";
import { AppError } from "@/lib/errors";
import { findReplay } from "@/lib/notifications/replay-queries";
import { toReplay } from "@/lib/notifications/start-replay";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/replays/{replayId}",
    summary: "How far a replay has come",
    permission: "notifications:read",
    page: pagesOfReplay,
    params: replayParams,
    answer: replayAnswer,
  },
  async ({ db, params }) => {
    const found = findReplay(db, params.replayId);
    if (!found) throw new AppError("not_found", "There is no such replay.");
    return { replay: toReplay(found) };
  },
);
