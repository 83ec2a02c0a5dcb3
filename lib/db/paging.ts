import { AppError } from "@/lib/errors";

/** Cursors are the sort key of the last row seen: lists go on from there however much was added since. */
export function toCursor(key: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @throws {AppError} `invalid_input` for anything that `toCursor` did not make with `length` numbers */
export function parseCursor(cursor: string | undefined, length: number): number[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(key) && key.length === length && key.every((part) => Number.isSafeInteger(part))) return key;
  } catch {
    // Falls through: not ours.
  }
  const message = "The cursor is not one this list gave out. Start from the first page.";
  throw new AppError("invalid_input", message, { fields: [{ path: "cursor", message }] });
}

/** Cuts a list that was read one row too long, and says where the next page begins. */
export function toPage<T>(rows: T[], limit: number, key: (last: T) => (number | string)[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? toCursor(key(last)) : null };
}
