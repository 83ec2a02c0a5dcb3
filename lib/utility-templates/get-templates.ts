import "server-only";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import { listMessageTemplates } from "@/lib/graph/message-templates";
import { findPage } from "@/lib/pages/page-queries";
import { findPageToken } from "@/lib/pages/page-token";
import { countTemplateChanges, findKnownTemplates, rememberTemplates, type TemplateList } from "./known-templates";
import { toUtilityTemplate } from "./to-utility-template";
import type { UtilityTemplate } from "./utility-template";

/**
 * The utility templates of a Page, by name: asked of Meta, or as Meta told them within the last five minutes (seconds
 * while one of them is in review).
 * @throws {AppError} `not_found`, `page_not_linked`
 * @throws {GraphError} with Meta's words, and {GraphUnavailableError}
 */
export async function getTemplateList(
  db: Db,
  graph: GraphClient,
  pageId: string,
  { isFresh = false } = {},
): Promise<TemplateList> {
  const pageToken = await getPageToken(db, pageId);
  const known = isFresh ? null : findKnownTemplates(pageId, Date.now());
  if (known) return known;
  const changes = countTemplateChanges(pageId);
  const askedMs = Date.now();
  const stored = await listMessageTemplates(graph, { pageId, pageToken });
  const templates = stored
    .map(toUtilityTemplate)
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
  const list = { templates, askedMs };
  rememberTemplates(pageId, { list, changes });
  return list;
}

/** The same without when Meta was asked. */
export async function getTemplates(
  db: Db,
  graph: GraphClient,
  pageId: string,
  options: { isFresh?: boolean } = {},
): Promise<UtilityTemplate[]> {
  return (await getTemplateList(db, graph, pageId, options)).templates;
}

/** @throws {AppError} `not_found`, `page_not_linked` */
export async function getPageToken(db: Db, pageId: string): Promise<string> {
  if (!(await findPage(db, pageId))) throw new AppError("not_found", "There is no such Page here.");
  const token = await findPageToken(db, pageId);
  if (token === null) throw new AppError("page_not_linked", "Connect the Page first.");
  return token;
}
