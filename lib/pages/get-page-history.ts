import "server-only";
import type { PageHistoryEntry } from "@/lib/api/schemas/pages";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { AppError } from "@/lib/errors";
import { listPageHistory } from "./page-history-queries";
import { toPageProblem } from "./page-problems";
import { findPage } from "./page-queries";
import { isProblemCode } from "./problem-sentences";

type Filter = { pageId: string; cursor?: string | undefined; limit: number };
type Row = ReturnType<typeof listPageHistory>[number];

/** What happened to a Page and its connection, newest first. @throws {AppError} `not_found`, `invalid_input` */
export async function getPageHistory(
  db: Db,
  { pageId, cursor, limit }: Filter,
): Promise<{ entries: PageHistoryEntry[]; nextCursor: string | null }> {
  if (!(await findPage(db, pageId))) throw new AppError("not_found", "There is no such Page here.");
  const beforeId = parseCursor(cursor, 1)?.[0];
  const rows = listPageHistory(db, { pageId, beforeId, limit });
  const { items, nextCursor } = toPage(rows, limit, ({ entry }) => [entry.id]);
  return { entries: items.map(toEntry), nextCursor };
}

function toEntry({ entry: { id, atMs, kind, code, facts }, userName }: Row): PageHistoryEntry {
  const title = code !== null && isProblemCode(code) ? toPageProblem({ code, facts }).title : null;
  const { added, removed } = facts;
  return { id: String(id), at: atMs, kind, code, title, added: toList(added), removed: toList(removed), userName };
}

function toList(fields: string | undefined): string[] {
  return (fields ?? "").split(",").flatMap((field) => field.trim() || []);
}
