import "server-only";
import { type RetentionSettings, retentionSettings } from "@/lib/api/schemas/retention";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { findRetentionChoice, recordRetentionChoice } from "./retention-settings-queries";

/** Conversations are what the desk is for; the rest is there to explain and to show them. */
const DEFAULT: RetentionSettings = { payloadDays: 30, messageDays: null, mediaDays: 30, auditDays: 365 };

/** For how many days each kind is kept. */
export function getRetentionSettings(db: Db): RetentionSettings {
  const stored = findRetentionChoice(db);
  return stored === null ? DEFAULT : retentionSettings.parse({ ...DEFAULT, ...JSON.parse(stored) });
}

/** @param retention woken: what is too old by now goes at once, and not in an hour */
export function setRetentionSettings(
  db: Db,
  settings: RetentionSettings,
  userId: string,
  retention: { wake: () => void },
): RetentionSettings {
  const atMs = Date.now();
  inTransaction(db, () => {
    const before = getRetentionSettings(db);
    recordRetentionChoice(db, JSON.stringify(settings), userId, atMs);
    const detail = { before, after: settings };
    recordAudit(db, { atMs, userId, action: "retention.changed", target: null, detail });
  });
  retention.wake();
  return getRetentionSettings(db);
}
