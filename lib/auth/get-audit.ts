import "server-only";
import type { AuditEntry } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { type AuditFilter, type AuditRow, listAudit } from "./audit-queries";

type Filter = Omit<AuditFilter, "beforeId"> & { cursor?: string | undefined };

/** What people and Meta did, newest first. @throws {AppError} `invalid_input` for a cursor that is not ours */
export async function getAudit(
  db: Db,
  { cursor, limit, ...filter }: Filter,
): Promise<{ entries: AuditEntry[]; nextCursor: string | null }> {
  const beforeId = parseCursor(cursor, 1)?.[0];
  const rows = await listAudit(db, { ...filter, beforeId, limit: limit + 1 });
  const { items, nextCursor } = toPage(rows, limit, (last) => [last.id]);
  return { entries: items.map(toEntry), nextCursor };
}

function toEntry({ id, atMs, detail, ...rest }: AuditRow): AuditEntry {
  return { ...rest, id: String(id), at: atMs, detail: detail === null ? null : JSON.parse(detail) };
}

const AT_ONCE = 1_000;
const COLUMNS = ["at", "userName", "action", "pageId", "target", "detail", "ip", "apiKeyName"] as const;

/** The whole of it as a file, read a thousand rows at a time as the reader takes them. */
export function exportAudit(
  db: Db,
  filter: Omit<AuditFilter, "beforeId" | "limit">,
  format: "csv" | "jsonl",
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      const { entries, nextCursor } = await getAudit(db, { ...filter, cursor, limit: AT_ONCE });
      const head = isFirst && format === "csv" ? `${COLUMNS.join(",")}\r\n` : "";
      isFirst = false;
      cursor = nextCursor ?? undefined;
      const text = head + entries.map(format === "csv" ? toCsvLine : (entry) => `${JSON.stringify(entry)}\n`).join("");
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (nextCursor === null) controller.close();
    },
  });
}

function toCsvLine(entry: AuditEntry): string {
  const cells = COLUMNS.map((column) => {
    const value = entry[column];
    if (column === "at") return new Date(entry.at).toISOString();
    return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
  });
  return `${cells.map(toCell).join(",")}\r\n`;
}

/** What a spreadsheet would run (OWASP: CSV injection); some look past white space, and know full-width signs. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Quoted (RFC 4180); what a spreadsheet would run as a formula is made text. */
function toCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
