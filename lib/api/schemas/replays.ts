import { z } from "zod";
import { id, unixMs } from "./common";

/** Either these notifications, or all that failed and came in since. */
export const startReplayInput = z
  .object({
    notificationIds: z.array(id).min(1).max(1000).optional(),
    since: unixMs.min(0).optional(),
    /** Try it and take it back: tells what would change. */
    dryRun: z.boolean().default(false),
  })
  .refine(({ notificationIds, since }) => (notificationIds === undefined) !== (since === undefined), {
    message: "Give either notificationIds or since.",
  });

export const replay = z.object({
  id,
  createdAt: unixMs,
  startedBy: z.string().nullable(),
  /** Null when single notifications were chosen. */
  since: unixMs.nullable(),
  isDryRun: z.boolean(),
  status: z.enum(["running", "done", "cancelled"]),
  total: z.int(),
  done: z.int(),
  /** Of those done: of how many something changed (on a dry run: would change), and how many still fail. */
  changed: z.int(),
  stillFailing: z.int(),
  finishedAt: unixMs.nullable(),
});
export type Replay = z.infer<typeof replay>;
export const replayAnswer = z.object({ replay });
/** The newest ones. */
export const replayList = z.object({ replays: z.array(replay), nextCursor: z.null() });
