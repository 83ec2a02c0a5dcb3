import "server-only";
import type { SetFieldsResult } from "@/lib/api/schemas/pages";
import { findAppStatus } from "@/lib/app/app-status-queries";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { inTurn } from "@/lib/fields/in-turn";
import { without } from "@/lib/fields/without";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { deleteSubscription, readSubscribedFields, writeSubscribedFields } from "@/lib/graph/subscriptions";
import { Changes } from "@/lib/inbox/changes";
import { toRefusalKind } from "@/lib/messenger/refusal-kind";
import { DEAD_TOKEN_FAULTS } from "@/lib/messenger/token-fault";
import { assertKnownFields } from "./assert-known-fields";
import { judgeFields } from "./judge-page";
import { markTokenDead } from "./mark-token-dead";
import { recordPageHistory } from "./page-history-queries";
import type { StoredProblem } from "./page-problems";
import { findPage, type PageRow, updatePage } from "./page-queries";
import { findPageToken } from "./page-token";
import { recordProblems } from "./record-problems";

export type FieldChange = {
  /** Who wants it, for the Page's history. */
  userId: string | null;
  publish: (changes: Changes) => void;
};

/**
 * Subscribes a Page to exactly these webhook fields, and reads back what Meta made of it. What is wanted is written down
 * first and taken back when Meta refuses: so nothing changes at Meta that is not known here, and a process that ends in
 * between leaves a difference that the next check finds.
 *
 * @param fields the whole set, or a function that makes it of what is wanted by the time it is this change's turn
 * @throws {AppError} `invalid_input` naming an unknown field or when the set is empty, `not_found`, `page_not_linked`,
 *   `page_not_allowed` with Meta's reason
 * @throws {GraphError} when Meta refuses for another reason; a dead token is noted on the Page
 * @throws {GraphUnavailableError}
 */
export async function setFields(
  db: Db,
  graph: GraphClient,
  pageId: string,
  fields: readonly string[] | ((wanted: readonly string[]) => readonly string[]),
  change: FieldChange,
): Promise<SetFieldsResult> {
  return inTurn(pageId, async () => {
    const { page, token } = await findConnected(db, pageId);
    const desired = [...new Set(typeof fields === "function" ? fields(page.desiredFields) : fields)];
    assertKnownFields(desired);
    if (desired.length === 0) {
      const message = "At least one field must stay on. Taking the desk off the Page's webhooks is a step of its own.";
      throw new AppError("invalid_input", message, { fields: [{ path: "fields", message }] });
    }
    return apply(db, graph, { page, token, desired, change }, () =>
      writeSubscribedFields(graph, pageId, token, desired),
    );
  });
}

/**
 * Takes the desk off a Page's webhooks: nothing of it arrives any more until fields are chosen again. The Page stays
 * linked, and can be written from.
 * @throws as `setFields`
 */
export async function endFields(
  db: Db,
  graph: GraphClient,
  pageId: string,
  change: FieldChange,
): Promise<SetFieldsResult> {
  return inTurn(pageId, async () => {
    const { page, token } = await findConnected(db, pageId);
    return apply(db, graph, { page, token, desired: [], change }, () => deleteSubscription(graph, pageId, token));
  });
}

async function findConnected(db: Db, pageId: string): Promise<{ page: PageRow; token: string }> {
  const page = await findPage(db, pageId);
  if (!page) throw new AppError("not_found", "There is no such Page here.");
  const token = await findPageToken(db, pageId);
  if (token === null) throw new AppError("page_not_linked", "Connect the Page first, then choose its fields.");
  return { page, token };
}

type Wanted = { page: PageRow; token: string; desired: string[]; change: FieldChange };

async function apply(
  db: Db,
  graph: GraphClient,
  { page, token, desired, change: { userId, publish } }: Wanted,
  write: () => Promise<void>,
): Promise<SetFieldsResult> {
  await updatePage(db, page.id, { desiredFields: desired });
  try {
    await write();
  } catch (error) {
    await updatePage(db, page.id, { desiredFields: page.desiredFields });
    throw await toFault(db, page.id, error, publish);
  }
  const actual = await readBack(db, graph, { pageId: page.id, token, publish });
  const added = without(actual, page.actualFields);
  const removed = without(page.actualFields, actual);
  await recordOutcome(db, page.id, { desired, actual, added, removed, userId });
  const changes = new Changes();
  changes.pages.add(page.id);
  publish(changes);
  return { desired, actual, added, removed };
}

type ReadBack = { pageId: string; token: string; publish: FieldChange["publish"] };

async function readBack(db: Db, graph: GraphClient, { pageId, token, publish }: ReadBack): Promise<string[]> {
  try {
    return await readSubscribedFields(graph, pageId, token);
  } catch (error) {
    throw await toFault(db, pageId, error, publish);
  }
}

/** What was refused, as the person who asked for it can act on it. A dead token is written down on the way. */
async function toFault(db: Db, pageId: string, error: unknown, publish: FieldChange["publish"]): Promise<unknown> {
  if (!(error instanceof GraphError)) return error;
  const kind = toRefusalKind(error);
  if (kind === "dead_token") await markTokenDead(db, pageId, error, publish);
  if (kind !== "not_allowed") return error;
  return new AppError("page_not_allowed", `Facebook said: ${error.message}`, { cause: error });
}

type Outcome = SetFieldsResult & { userId: string | null };

async function recordOutcome(db: Db, pageId: string, { desired, actual, added, removed, userId }: Outcome) {
  const atMs = Date.now();
  recordProblems(db, pageId, atMs, ({ problems }) => {
    const others = problems.filter(({ code }) => !SETTLED.has(code));
    // While the app has no webhook of ours at all, that is the problem, not its fields.
    const isAppOff = others.some(({ code }) => APP_OFF.has(code));
    const missing = [...judgeFields({ desiredFields: desired }, actual), ...(isAppOff ? [] : judgeApp(db, desired))];
    return { problems: [...others, ...missing], change: { actualFields: actual, tokenStatus: "valid" } };
  });
  if (added.length + removed.length === 0) return;
  const facts = { added: added.join(","), removed: removed.join(",") };
  recordPageHistory(db, { pageId, atMs, kind: "fields_changed", code: null, facts, userId });
}

/** What Meta's answer settles, one way or the other: the token has just been used. */
const SETTLED: ReadonlySet<string> = new Set([
  "fields_missing",
  "app_fields_missing",
  "page_unsubscribed",
  "token_missing",
  ...DEAD_TOKEN_FAULTS,
]);

const APP_OFF: ReadonlySet<string> = new Set(["app_secret_refused", "app_not_subscribed", "app_callback_elsewhere"]);

/** What is wanted for the Page and off for the app, as the app was last seen. */
function judgeApp(db: Db, desired: readonly string[]): StoredProblem[] {
  const { subscriptions } = findAppStatus(db);
  const ofPages = subscriptions.find(({ object, isActive }) => object === "page" && isActive);
  if (!ofPages) return []; // Never looked at.
  const on = ofPages.fields.map(({ name }) => name);
  const missing = without(desired, on);
  return missing.length === 0 ? [] : [{ code: "app_fields_missing", facts: { fields: missing.join(", ") } }];
}
