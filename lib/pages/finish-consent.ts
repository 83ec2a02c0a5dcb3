import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Viewer } from "@/lib/auth/user-queries";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { exchangeCode, exchangeForLongLived, getTokenOwner, type UserToken } from "@/lib/graph/tokens";
import { log } from "@/lib/log";
import { consentRedirectUri, isConsentState } from "./consent-dialog";
import { recordConsent } from "./consent-queries";

type Return = {
  state?: string | undefined;
  code?: string | undefined;
  error?: string | undefined;
  cookie: string | null;
  viewer: Viewer;
};

/** `asid`: of the Facebook account that consented. */
export type ConsentOutcome = { outcome: "done"; asid: string } | { outcome: "cancelled" | "failed" };

/** Shorter-lived tokens can be exchanged; some of Facebook Login for Business live long from the start. */
const LONG_MS = 24 * 60 * 60 * 1000;

/**
 * Takes a person back from Facebook's dialog, and keeps their long-lived token, encrypted.
 * @returns how it went, for the Pages screen to tell
 */
export async function finishConsent(
  db: Db,
  graph: GraphClient,
  { state, code, error, cookie, viewer }: Return,
): Promise<ConsentOutcome> {
  if (state === undefined || cookie === null || !isConsentState(state, viewer.sessionId, cookie)) {
    return { outcome: "failed" };
  }
  if (error === "access_denied") return { outcome: "cancelled" };
  if (code === undefined) return { outcome: "failed" };
  try {
    const { token, expiresInMs } = await toLongLived(graph, await exchangeCode(graph, code, consentRedirectUri()));
    const { asid } = await getTokenOwner(graph, token);
    const nowMs = Date.now();
    const expiresMs = expiresInMs === null ? null : nowMs + expiresInMs;
    await recordConsent(db, { userId: viewer.id, asid, token, expiresMs }, nowMs);
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "pages.consented", target: asid });
    return { outcome: "done", asid };
  } catch (cause) {
    if (!(cause instanceof GraphError) && !(cause instanceof GraphUnavailableError)) throw cause;
    log.warn({ err: cause }, "Facebook did not complete the consent for Pages");
    return { outcome: "failed" };
  }
}

/** A system user's token cannot be exchanged, and need not be. */
async function toLongLived(graph: GraphClient, given: UserToken): Promise<UserToken> {
  try {
    return await exchangeForLongLived(graph, given.token);
  } catch (error) {
    const isLong = given.expiresInMs === null || given.expiresInMs > LONG_MS;
    if (error instanceof GraphError && isLong) return given;
    throw error;
  }
}
