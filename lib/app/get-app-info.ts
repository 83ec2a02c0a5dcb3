import "server-only";
import type { AppInfo, AppSubscription } from "@/lib/api/schemas/app";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { findLastReceivedMs } from "@/lib/notifications/notification-queries";
import { toPageProblem } from "@/lib/pages/page-problems";
import { listPages, type PageRow } from "@/lib/pages/page-queries";
import { isOwnCallback, toAppAddresses } from "./app-addresses";
import { findAppStatus } from "./app-status-queries";
import { findReach } from "./find-reach";
import type { AppLook } from "./look-at-app";
import { findMissingFields } from "./missing-fields";

type Ask = {
  appId: string;
  /** Whether the verify token may be told. */
  mayManage: boolean;
  /** Call the own address now. */
  isFresh: boolean;
  nowMs: number;
};

/** The Facebook app as Meta has it, what to type into its dashboard, and whether Meta gets through. */
export async function getAppInfo(
  db: Db,
  { subscriptions: seen, problems }: AppLook,
  { appId, mayManage, isFresh, nowMs }: Ask,
): Promise<AppInfo> {
  const { PUBLIC_URL: publicUrl, FACEBOOK_VERIFY_TOKEN: verifyToken } = getEnv();
  const status = findAppStatus(db);
  const pages = await listPages(db);
  const subscriptions = seen.map((subscription): AppSubscription => {
    return { ...subscription, isOurs: isOwnCallback(subscription.callbackUrl, publicUrl) };
  });
  return {
    appId,
    ...toAppAddresses(publicUrl),
    verifyToken: mayManage ? verifyToken : "",
    subscriptions,
    checkedAt: status.checkedMs,
    verifiedAt: status.verifiedMs,
    lastNotificationAt: findLastReceivedMs(db),
    handshake: status.handshakeMs === null ? null : { at: status.handshakeMs, error: status.handshakeError },
    reach: await findReach(db, { isFresh, nowMs }),
    missingFields: findMissingFields(pages, subscriptions),
    onlyRolesAt: stillOnlyRolesMs(status.onlyRolesMs, pages),
    problems: problems.map(toPageProblem),
  };
}

/** A refusal for want of a role says nothing any more once something went out, for whichever Page. */
function stillOnlyRolesMs(refusedMs: number | null, pages: readonly Pick<PageRow, "lastSentMs">[]): number | null {
  return refusedMs !== null && pages.some(({ lastSentMs }) => (lastSentMs ?? 0) >= refusedMs) ? null : refusedMs;
}
