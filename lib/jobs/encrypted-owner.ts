import "server-only";
import { oneTimeTokenOwner } from "@/lib/one-time/one-time-token";
import { consentTokenOwner } from "@/lib/pages/consent-queries";
import { pageTokenOwner } from "@/lib/pages/page-token";
import type { EncryptedColumn } from "./re-encrypt-queries";

/** Whom a stored secret is tied to, by where it stands and the id of its row. */
export const ENCRYPTED_OWNER: Record<EncryptedColumn, (id: string) => string> = {
  pages: pageTokenOwner,
  page_consents: consentTokenOwner,
  one_time_notifications: oneTimeTokenOwner,
};
export const ENCRYPTED_COLUMNS = Object.keys(ENCRYPTED_OWNER) as EncryptedColumn[];
