import "server-only";
import type { SetFieldsResult } from "@/lib/api/schemas/pages";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import { readSubscribedFields, writeSubscribedFields } from "@/lib/graph/subscriptions";
import { assertKnownFields } from "./assert-known-fields";
import { without } from "./check-page";
import { findPage, updatePage } from "./page-queries";
import { findPageToken } from "./page-token";

/**
 * Subscribes a Page to exactly these webhook fields, and reads back what Meta made of it.
 * @throws {AppError} `invalid_input` naming an unknown field, `not_found`, `page_not_linked`
 * @throws {GraphError} when Meta refuses; nothing is changed here then
 */
export async function setFields(
  db: Db,
  graph: GraphClient,
  pageId: string,
  fields: readonly string[],
): Promise<SetFieldsResult> {
  assertKnownFields(fields);
  const desired = [...new Set(fields)];
  const page = await findPage(db, pageId);
  if (!page) throw new AppError("not_found", "There is no such Page here.");
  const token = await findPageToken(db, pageId);
  if (token === null) throw new AppError("page_not_linked", "Connect the Page first, then choose its fields.");
  await writeSubscribedFields(graph, pageId, token, desired);
  const actual = await readSubscribedFields(graph, pageId, token);
  const missing = without(desired, actual);
  const others = page.problems.filter(({ code }) => code !== "fields_missing");
  const problems =
    missing.length === 0 ? others : [...others, { code: "fields_missing", facts: { fields: missing.join(", ") } }];
  await updatePage(db, pageId, { desiredFields: desired, actualFields: actual, problems });
  return { desired, actual, added: without(actual, page.actualFields), removed: without(page.actualFields, actual) };
}
