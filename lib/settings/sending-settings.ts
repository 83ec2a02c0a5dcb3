import "server-only";
import { type SendingSettings, sendingSettings } from "@/lib/api/schemas/outgoing";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { findSendingChoice, recordSendingChoice } from "./sending-settings-queries";

/** As people expect of a chat; each of it tells the person something about the desk, so it can be switched off. */
const DEFAULT: SendingSettings = { markSeen: true, showTyping: true };

/** What people are told besides the messages: that theirs was read, that somebody types. */
export function getSendingSettings(db: Db): SendingSettings {
  const stored = findSendingChoice(db);
  return stored === null ? DEFAULT : { ...DEFAULT, ...sendingSettings.partial().parse(JSON.parse(stored)) };
}

export function setSendingSettings(db: Db, settings: SendingSettings, userId: string): SendingSettings {
  const atMs = Date.now();
  inTransaction(db, () => {
    recordSendingChoice(db, JSON.stringify(settings), userId, atMs);
    recordAudit(db, { atMs, userId, action: "sending_settings.changed", target: null, detail: settings });
  });
  return getSendingSettings(db);
}
