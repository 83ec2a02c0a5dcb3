import "server-only";
import type { RelayResult } from "@/lib/api/schemas/notifications";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { maskBytes } from "@/lib/messenger/mask-personal-data";
import { toSignature } from "@/lib/messenger/signature";
import { findNotificationBody } from "@/lib/notifications/notification-queries";
import { guardedPost } from "./guarded-post";

/**
 * Sends a stored notification to an address that a developer names, the way Meta would: the same bytes, signed anew with
 * the app secret of today. A header tells that it is a redelivery.
 *
 * What is hidden from somebody does not leave through them either: with gaps it would be another notification, under a
 * signature that says it is Meta's. So it is refused whole, and who may see it may send it.
 *
 * @throws {AppError} `not_found`; `relay_impossible` when Meta has not signed it; `relay_masked`;
 *   `target_refused`, `target_unreachable`
 */
export async function relayNotification(
  db: Db,
  {
    notificationId,
    url,
    userId,
    mayReadPersonalData,
  }: { notificationId: number; url: string; userId: string; mayReadPersonalData: boolean },
): Promise<RelayResult> {
  const stored = await findNotificationBody(db, notificationId);
  if (stored === null) throw new AppError("not_found", "There is no such notification.");
  const { body, contentType, isSigned } = stored;
  // A valid signature under what anyone could have sent would make our word of theirs.
  if (!isSigned) {
    throw new AppError("relay_impossible", "Only what Facebook has signed can be sent on.");
  }
  if (!mayReadPersonalData && maskBytes(body) !== body) {
    throw new AppError("relay_masked", "It holds a phone number or an address. Ask an owner or admin to send it on.");
  }
  const target = String(notificationId);
  // The address may carry a key in its path or query: only where it went is kept.
  const detail = { host: URL.canParse(url) ? new URL(url).host : "" };
  recordAudit(db, { atMs: Date.now(), userId, action: "notification.relayed", target, detail });
  const [secret = ""] = getEnv().FACEBOOK_APP_SECRET;
  const headers = {
    "content-type": contentType,
    "user-agent": "facebookexternalua",
    "x-hub-signature-256": toSignature("sha256", body, secret),
    "x-hub-signature": toSignature("sha1", body, secret),
    "x-pagedesk-redelivery": target,
  };
  return guardedPost(url, { headers, body });
}
