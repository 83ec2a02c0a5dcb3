import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Viewer } from "@/lib/auth/viewer";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { exchangeCode, exchangeForLongLived, getTokenOwner, type UserToken } from "@/lib/graph/tokens";
import { log } from "@/lib/log";
import { consentRedirectUri, isConsentState } from "./consent-dialog";
import { recordConsent } from "./consent-queries";
import { isThrough, listLinks } from "./link-queries";

type Return = {
  state?: string | undefined;
  code?: string | undefined;
  error?: string | undefined;
  cookie: string | null;
  viewer: Viewer;
  /** Called for each Page that works through this person: what they unticked or declined breaks it. */
  checkSoon: (pageId: string) => void;
};

/** Shorter-lived tokens can be exchanged; some of Facebook Login for Business live long from the start. */
const LONG_MS = 24 * 60 * 60 * 1000;

/**
 * Takes a person back from Facebook's dialog, and keeps their long-lived token, encrypted.
 * @returns how it went, for the Pages screen to tell
 */
export async function finishConsent(
  db: Db,
  graph: GraphClient,
  { state, code, error, cookie, viewer, checkSoon }: Return,
): Promise<"done" | "cancelled" | "failed"> {
  if (state === undefined || cookie === null || !isConsentState(state, viewer.sessionId, cookie)) return "failed";
  if (error === "access_denied") return "cancelled";
  if (code === undefined) return "failed";
  try {
    const { token, expiresInMs } = await toLongLived(graph, await exchangeCode(graph, code, consentRedirectUri()));
    const { asid } = await getTokenOwner(graph, token);
    const nowMs = Date.now();
    const expiresMs = expiresInMs === null ? null : nowMs + expiresInMs;
    await recordConsent(db, { userId: viewer.id, asid, token, expiresMs }, nowMs);
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "pages.consented", target: asid });
    const consent = { asid, userId: viewer.id };
    for (const link of listLinks(db)) if (isThrough(link, consent)) checkSoon(link.id);
    return "done";
  } catch (cause) {
    if (!(cause instanceof GraphError) && !(cause instanceof GraphUnavailableError)) throw cause;
    log.warn({ err: cause }, "Facebook did not complete the consent for Pages");
    return "failed";
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
