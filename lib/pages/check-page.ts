import "server-only";
import { lookAtApp } from "@/lib/app/look-at-app";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { inspectToken } from "@/lib/graph/debug-token";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { readSubscribedApps } from "@/lib/graph/subscriptions";
import { isOnlyForRoles, isRateLimit, isRestricted, toDeadTokenFault } from "@/lib/messenger/token-fault";
import { stopWebhookClocks } from "@/lib/webhook-failures/webhook-clock-queries";
import { judgePage, type Seen, type Sight } from "./judge-page";
import { dropOldPageHours, listPageHours } from "./page-hours-queries";
import { findPage, type PageRow } from "./page-queries";
import { findPageToken } from "./page-token";
import { findTasks } from "./person-tasks";
import { recordProblems } from "./record-problems";
import { findOtherOwner, hasInstagramConversations, listRefusals } from "./traffic-queries";

/** Every Page is looked at this often, give or take a fifth, so that they do not fall into step. */
export const CHECK_EVERY_MS = 15 * 60_000;
const JITTER = 0.2;
/** How long what all Pages share is taken as still true by a check that nobody waits for. */
const SHARED_FOR_MS = 60_000;
const LISTS_FOR_MS = CHECK_EVERY_MS;

export type CheckOutcome = {
  /** Meta asks to slow down. */
  isRateLimited: boolean;
};

/**
 * Looks at a Page at Meta now: its token and how far that reaches, its fields on the Page and on the app, and what the
 * desk has seen of its traffic. What is found is written down, and what changed goes into the Page's history.
 *
 * @param isScheduled nobody waits for it: what several Pages share need not be asked for again
 * @throws {AppError} `not_found`, `page_not_linked`
 */
export async function checkPage(
  db: Db,
  graph: GraphClient,
  pageId: string,
  nowMs: number,
  { isScheduled = false } = {},
): Promise<CheckOutcome> {
  const page = await findPage(db, pageId);
  if (!page) throw new AppError("not_found", "There is no such Page here.");
  if (page.linkedMs === null) throw new AppError("page_not_linked", "Connect the Page first, then check it.");
  const sight = await lookAtPage(db, graph, page, { isScheduled, nowMs });
  dropOldPageHours(db, pageId, nowMs);
  const state = recordSight(db, page, sight, nowMs);
  // Facebook has not unsubscribed it, whatever was refused until now.
  if (state?.isSubscribed) inTransaction(db, () => stopWebhookClocks(db, new Map([[pageId, nowMs]])));
  return { isRateLimited: [sight.onPage, sight.info, sight.tasks, sight.onApp].some(isSlowDown) };
}

/** When a Page that is looked at now is to be looked at again by itself. */
export function toNextCheckMs(nowMs: number): number {
  return Math.round(nowMs + CHECK_EVERY_MS * (1 - JITTER + 2 * JITTER * Math.random()));
}

async function lookAtPage(
  db: Db,
  graph: GraphClient,
  page: PageRow,
  { isScheduled, nowMs }: { isScheduled: boolean; nowMs: number },
): Promise<Sight> {
  const token = await findPageToken(db, page.id);
  const [ofToken, onApp] = await Promise.all([
    token === null ? null : lookWithToken(db, graph, page, { token, isScheduled, nowMs }),
    see(lookAtApp(db, graph, { maxAgeMs: isScheduled ? SHARED_FOR_MS : 0, nowMs })),
  ]);
  const refusals = listRefusals(db, page.id);
  const lastMs = (isSuch: (code: number, subcode: number | null) => boolean) =>
    refusals.find(({ code, subcode }) => isSuch(code, subcode))?.atMs ?? null;
  const traffic = {
    hours: listPageHours(db, page.id, nowMs),
    otherOwner: findOtherOwner(db, page.id),
    hasInstagram: hasInstagramConversations(db, page.id),
    onlyRolesMs: lastMs(isOnlyForRoles),
    restrictedMs: lastMs(isRestricted),
  };
  return { ...(ofToken ?? { onPage: null, info: null, tasks: null }), onApp, traffic };
}

async function lookWithToken(
  db: Db,
  graph: GraphClient,
  page: PageRow,
  { token, isScheduled, nowMs }: { token: string; isScheduled: boolean; nowMs: number },
): Promise<Pick<Sight, "onPage" | "info" | "tasks">> {
  const onPage = await see(readSubscribedApps(graph, page.id, token));
  const failure = "failure" in onPage ? onPage.failure : null;
  const death = failure instanceof GraphError ? toDeadTokenFault(failure.code, failure.subcode) : null;
  // It names its cause, or there is no point in asking on.
  if ((death !== null && death !== "token_invalid") || isSlowDown(onPage)) return { onPage, info: null, tasks: null };
  const [info, tasks] = await Promise.all([
    see(inspectToken(graph, token)),
    death === null ? see(findTasks(db, graph, page, { maxAgeMs: isScheduled ? LISTS_FOR_MS : 0, nowMs })) : null,
  ]);
  return { onPage, info, tasks };
}

/**
 * Writes down what was seen. Not when the Page got another token meanwhile: it was seen through the old one. And what
 * somebody changed of its fields meanwhile is newer than what was seen of them.
 */
function recordSight(db: Db, seen: PageRow, sight: Sight, nowMs: number): { isSubscribed: boolean } | null {
  let isSubscribed = false;
  const isRecorded = recordProblems(db, seen.id, nowMs, (page) => {
    if (page.tokenEncrypted !== seen.tokenEncrypted) return null;
    const areFieldsNewer =
      String(page.desiredFields) !== String(seen.desiredFields) ||
      String(page.actualFields) !== String(seen.actualFields);
    const state = judgePage(page, areFieldsNewer ? withFields(sight, page.actualFields) : sight, nowMs);
    isSubscribed = sight.onPage !== null && "answer" in sight.onPage && state.problems.every(isNoGap);
    return { ...state, change: { ...state.change, nextCheckMs: toNextCheckMs(nowMs) } };
  });
  return isRecorded ? { isSubscribed } : null;
}

const isNoGap = ({ code }: { code: string }) => !["page_unsubscribed", "fields_missing", "check_failed"].includes(code);

function withFields(sight: Sight, fields: string[]): Sight {
  if (sight.onPage === null || "failure" in sight.onPage) return sight;
  return { ...sight, onPage: { answer: { ...sight.onPage.answer, fields } } };
}

/** @throws what is no answer of Graph's: a bug of ours */
async function see<T>(look: Promise<T>): Promise<Seen<T>> {
  try {
    return { answer: await look };
  } catch (error) {
    if (error instanceof GraphError || error instanceof GraphUnavailableError) return { failure: error };
    throw error;
  }
}

function isSlowDown(seen: Seen<unknown> | null): boolean {
  const failure = seen !== null && "failure" in seen ? seen.failure : null;
  return failure instanceof GraphError && isRateLimit(failure.code);
}
