import { type Db, openDb, prepared } from "@/lib/db/db";
import { Interpreter } from "@/lib/notifications/interpreter";
import { recordLinkedPage } from "@/lib/pages/page-queries";
import { GroupCommit } from "@/lib/webhook/group-commit";
import { A_KEY, APP, NOON } from "./build-notification";
import { PEOPLE } from "./generate-story";

type Row = Record<string, unknown>;

/** A database in memory that takes one delivery after the other, emptied in between: migrating it costs more than a case. */
export type GeneratedInbox = Awaited<ReturnType<typeof generatedInbox>>;

export async function generatedInbox() {
  const db = openDb(":memory:");
  for (const { pageId } of PEOPLE) if (!isThere(db, pageId)) await link(db, pageId);
  const tables = listTables(db).filter((name) => !["pages", "progress"].includes(name));

  return {
    db,
    /** Takes notifications as the webhook does, those of a wave at once, while what came before is interpreted. */
    async receive(
      { waves }: { waves: (string | Buffer)[][] },
      betweenWaves: (db: Db) => void = () => undefined,
    ): Promise<void> {
      for (const wave of waves) {
        // As after a restart: it goes on where the one before was stopped, and owes nobody a rest.
        const interpreter = new Interpreter(db, { appId: APP, encryptionKeys: [A_KEY], publish: () => undefined });
        const commits = new GroupCommit(db, () => interpreter.wake());
        await Promise.all(wave.map((body) => commits.store(toAccepted(body))));
        while (interpreter.isBusy) await new Promise((resolve) => setImmediate(resolve));
        interpreter.stop();
        betweenWaves(db);
      }
    },
    setLinked(isLinked: boolean): void {
      prepared(db, "UPDATE pages SET linked_ms = ?").run(isLinked ? NOON : null);
    },
    /** Sends every stored notification through again. */
    replayAll({ isDryRun }: { isDryRun: boolean }): void {
      const interpreter = new Interpreter(db, { appId: APP, encryptionKeys: [A_KEY], publish: () => undefined });
      for (const { id } of prepared<{ id: number }>(db, "SELECT id FROM notifications ORDER BY id").all()) {
        interpreter.replay(id, { isDryRun });
      }
      interpreter.stop();
    },
    /** Every row of every table, for "nothing has changed". `without` names columns that may. */
    dump: (without: readonly string[] = []) => dump(db, [...tables, "pages", "progress"], without),
    clear(): void {
      for (const table of tables) prepared(db, `DELETE FROM ${table}`).run();
      for (const index of ["messages_fts", "notifications_fts"]) {
        prepared(db, `INSERT INTO ${index} (${index}) VALUES ('delete-all')`).run();
      }
      prepared(db, "UPDATE pages SET unread_conversations = 0, policy_action = NULL, policy_ms = NULL").run();
      prepared(db, "UPDATE progress SET position = 0").run();
      prepared(db, "DELETE FROM sqlite_sequence").run();
    },
  };
}

function isThere(db: Db, pageId: string): boolean {
  return prepared(db, "SELECT 1 FROM pages WHERE id = ?").get(pageId) !== undefined;
}

async function link(db: Db, pageId: string): Promise<void> {
  await recordLinkedPage(db, {
    id: pageId,
    name: `Page ${pageId}`,
    pictureUrl: null,
    category: null,
    instagramAccountId: PEOPLE.find((one) => one.pageId === pageId && one.object === "instagram")?.entryId ?? null,
    linkedMs: NOON,
    linkedByUserId: null,
    tokenEncrypted: null,
    tokenStatus: "valid",
    desiredFields: [],
    actualFields: [],
    problems: [],
    checkedMs: null,
  });
}

function toAccepted(given: string | Buffer) {
  const body = typeof given === "string" ? Buffer.from(given) : given;
  return { receivedMs: NOON, body, headers: "{}", signature: "valid", sizeBytes: body.length, status: 200 } as const;
}

function listTables(db: Db): string[] {
  return prepared<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
  )
    .all()
    .map(({ name }) => name);
}

function dump(db: Db, tables: readonly string[], without: readonly string[]): string {
  const rows = tables.map((table) => [table, prepared<Row>(db, `SELECT * FROM ${table} ORDER BY rowid`).all()]);
  return JSON.stringify(rows, (name, value) => {
    if (without.includes(name)) return undefined;
    // Buffer.toJSON has run by now; bytes as text are quicker to compare and to read.
    return value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value;
  });
}
