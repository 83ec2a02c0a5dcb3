import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Viewer } from "@/lib/auth/user-queries";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { exchangeCode, exchangeForLongLived, getTokenOwner } from "@/lib/graph/tokens";
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

/**
 * Takes a person back from Facebook's dialog, and keeps their long-lived token, encrypted.
 * @returns how it went, for the Pages screen to tell
 */
export async function finishConsent(
  db: Db,
  graph: GraphClient,
  { state, code, error, cookie, viewer }: Return,
): Promise<"done" | "cancelled" | "failed"> {
  if (state === undefined || cookie === null || !isConsentState(state, viewer.sessionId, cookie)) return "failed";
  if (error === "access_denied") return "cancelled";
  if (code === undefined) return "failed";
  try {
    const shortLived = await exchangeCode(graph, code, consentRedirectUri());
    const { token, expiresInMs } = await exchangeForLongLived(graph, shortLived.token);
    const { asid } = await getTokenOwner(graph, token);
    const nowMs = Date.now();
    const expiresMs = expiresInMs === null ? null : nowMs + expiresInMs;
    await recordConsent(db, { userId: viewer.id, asid, token, expiresMs }, nowMs);
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "pages.consented", target: asid });
    return "done";
  } catch (cause) {
    if (!(cause instanceof GraphError) && !(cause instanceof GraphUnavailableError)) throw cause;
    log.warn({ err: cause }, "Facebook did not complete the consent for Pages");
    return "failed";
  }
}
