import { existsSync, readFileSync } from "node:fs";

/** Which of these texts stand anywhere in the bytes of a database: its file, or the log of what is not folded in yet. */
export function searchBytes(databasePath: string, texts: readonly string[]): string[] {
  const files = [databasePath, `${databasePath}-wal`].filter(existsSync).map((path) => readFileSync(path));
  return texts.filter((text) => files.some((bytes) => bytes.includes(text)));
}
