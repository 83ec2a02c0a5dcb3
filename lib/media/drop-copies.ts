import "server-only";
import type { Db } from "@/lib/db/db";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";
import { dropMediaFile } from "./media-file-queries";
import { toUrlHash } from "./to-url-hash";

/**
 * A message is not kept any longer, and neither are copies of what was attached to it.
 * @param attachments JSON of MessageAttachment[], or null for none
 */
export function dropCopies(db: Db, attachments: string | null): void {
  if (attachments === null) return;
  for (const { url } of JSON.parse(attachments) as MessageAttachment[]) {
    if (url !== null) dropMediaFile(db, toUrlHash(url));
  }
}
