import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "./db";

test("what is deleted is overwritten in the file, not only marked as free", () => {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-db-"));
  const file = join(folder, "desk.db");
  const { $client } = openDb(file);
  const isThere = () => {
    $client.pragma("wal_checkpoint(TRUNCATE)");
    return readFileSync(file).includes("zebra");
  };
  $client.prepare("INSERT INTO desk_settings (name, value, changed_ms) VALUES ('a', ?, 1)").run("zebra ".repeat(5_000));
  expect(isThere()).toBe(true);
  $client.exec("DELETE FROM desk_settings");
  expect(isThere()).toBe(false);
  $client.close();
  rmSync(folder, { recursive: true });
});
