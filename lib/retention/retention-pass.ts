import "server-only";
import type { RetentionSettings } from "@/lib/api/schemas/retention";
import { dropAudit, dropInvitations, dropSessions } from "@/lib/auth/drop-access-queries";
import type { Db } from "@/lib/db/db";
import { dropOldMessagesOfNext } from "@/lib/inbox/drop-messages";
import { dropOldestMedia } from "@/lib/media/media-file-queries";
import { dropOldestPayload } from "@/lib/notifications/drop-payloads";

const DAY_MS = 24 * 60 * 60 * 1000;
/** What let somebody in is of no use any more, but may be asked about for a while. */
const ACCESS_DAYS = 30;
const AT_ONCE = 20;

/** Does a little. @returns whether there may be more of its kind */
type Step = (db: Db) => boolean;

export type RetentionPass = {
  /** The next small step; call it inside a transaction. @returns false when nothing is left */
  step: Step;
  /** Conversations look different now. */
  readonly hasDroppedMessages: boolean;
};

/** Once through everything that is kept for a time, one kind after the other. */
export function startPass(settings: RetentionSettings, nowMs: number): RetentionPass {
  const { payloadDays, messageDays, mediaDays, auditDays } = settings;
  const daysAgo = (days: number) => nowMs - days * DAY_MS;
  const access = { beforeMs: daysAgo(ACCESS_DAYS), limit: AT_ONCE };
  let hasDroppedMessages = false;
  let afterId = 0;
  const dropMessages = (db: Db, beforeMs: number) => {
    const done = dropOldMessagesOfNext(db, { afterId, beforeMs });
    if (done === null) return false;
    afterId = done.afterId;
    hasDroppedMessages ||= done.hasDropped;
    return true;
  };
  const steps: Step[] = [
    (db) => payloadDays !== null && dropOldestPayload(db, daysAgo(payloadDays)),
    (db) => messageDays !== null && dropMessages(db, daysAgo(messageDays)),
    // With 0 days, what was fetched in this very millisecond goes too.
    (db) => dropOldestMedia(db, daysAgo(mediaDays) + 1) > 0,
    (db) => auditDays !== null && dropAudit(db, { beforeMs: daysAgo(auditDays), limit: AT_ONCE }) > 0,
    (db) => dropSessions(db, access) > 0,
    (db) => dropInvitations(db, access) > 0,
  ];
  return {
    step: (db) => {
      const [step] = steps;
      if (!step) return false;
      if (!step(db)) steps.shift();
      return true;
    },
    get hasDroppedMessages() {
      return hasDroppedMessages;
    },
  };
}
