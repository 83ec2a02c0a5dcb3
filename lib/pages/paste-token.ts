import "server-only";
import type { PasteTokenResult } from "@/lib/api/schemas/pages";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { getOwnAccount } from "@/lib/graph/accounts";
import { inspectToken, type TokenInfo } from "@/lib/graph/debug-token";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { findNameByAsid, recordConsent } from "./consent-queries";
import { getPage } from "./get-pages";
import { finishLinks, type Surroundings } from "./link-and-check-pages";
import { linkPage } from "./link-page";
import { findTokenRefusal } from "./token-refusal";

/**
 * Takes a token that a person typed in. Facebook is asked about it before anything is kept. A Page's token links that
 * Page; a system user's is kept as the consent of `userId`, so that the picker lists the Pages it reaches.
 *
 * @throws {AppError} `invalid_input` saying what is wrong with the token
 * @throws {GraphError} @throws {GraphUnavailableError} as `linkPage`, and when Facebook cannot be asked about it
 */
export async function pasteToken(
  db: Db,
  graph: GraphClient,
  { token, userId }: { token: string; userId: string },
  surroundings: Surroundings,
): Promise<PasteTokenResult> {
  const info = await inspect(graph, token);
  const refusal = findTokenRefusal(info, graph.appId);
  if (refusal !== null) throw unusable(refusal);
  if (info.type === "SYSTEM_USER") {
    await keepSystemUser(db, info, { token, userId });
    return { kind: "system_user", page: null };
  }
  const account = await getOwnAccount(graph, token);
  if (info.profileId !== null && info.profileId !== account.pageId) throw unusable("This token is of no Page.");
  const link = {
    account: { ...account, token },
    source: "pasted" as const,
    owner: info.userId === null ? null : { asid: info.userId, name: findNameByAsid(db, info.userId) },
    expiresMs: info.expiresAtMs,
    scopes: info.scopes,
  };
  await linkPage(db, graph, link, { userId });
  await finishLinks(db, graph, [account], surroundings);
  return { kind: "page", page: await getPage(db, account.pageId, Date.now()) };
}

/** Meta's own words are not passed on here: they may quote the token. */
async function inspect(graph: GraphClient, token: string): Promise<TokenInfo> {
  try {
    return await inspectToken(graph, token);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const advice = "Try again; if it stays, check the app id and secret in the desk's settings.";
    throw new AppError(
      "graph_refused",
      `Facebook would not say what this token is for (code ${error.code}). ${advice}`,
    );
  }
}

async function keepSystemUser(db: Db, info: TokenInfo, { token, userId }: { token: string; userId: string }) {
  if (info.userId === null) throw unusable("Facebook does not say whose token this is.");
  const atMs = Date.now();
  await recordConsent(db, { userId, asid: info.userId, token, expiresMs: info.expiresAtMs }, atMs);
  recordAudit(db, { atMs, userId, action: "pages.token_pasted", target: info.userId });
}

function unusable(reason: string): AppError {
  return new AppError("invalid_input", reason, { fields: [{ path: "token", message: reason }] });
}
