import "server-only";
import type { z } from "zod";
import type { privacyText } from "@/lib/api/schemas/app";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { DEFAULT_PRIVACY_TEXT } from "./default-privacy-text";
import { deletePrivacyText, findPrivacyText, recordPrivacyText } from "./privacy-text-queries";

export type PrivacyText = z.infer<typeof privacyText>;

/** The text of the public privacy page: what somebody wrote here, else our own. */
export async function getPrivacyText(db: Db): Promise<PrivacyText> {
  const text = findPrivacyText(db);
  return text === null ? { text: DEFAULT_PRIVACY_TEXT.trim(), isDefault: true } : { text, isDefault: false };
}

/** Changes that text; an empty one brings ours back. */
export async function setPrivacyText(db: Db, text: string, userId: string): Promise<PrivacyText> {
  const atMs = Date.now();
  const isDefault = text === "" || text === DEFAULT_PRIVACY_TEXT.trim();
  inTransaction(db, () => {
    if (isDefault) deletePrivacyText(db);
    else recordPrivacyText(db, text, userId, atMs);
    recordAudit(db, { atMs, userId, action: "privacy_text.changed", target: null, detail: { isDefault } });
  });
  return getPrivacyText(db);
}
