import { openDb } from "@/lib/db/db";

export type BareOrder = { from: string; to: string };
export type BareReport = { events: number; perSecond: number };

/** What the webhook stores in one commit at 5,000 a second, and the interpreter in one of its own. */
const ACCEPTED_AT_ONCE = 16;
const APPLIED_AT_ONCE = 512;

/**
 * The limit: the rows that a desk has written, written once more into the same tables with the same indexes, in as many
 * transactions, by a program that knows them already. No HTTP, no signature, nothing parsed or looked up.
 */
function measure({ from, to }: BareOrder): BareReport {
  const { $client: db } = openDb(to);
  db.exec(`ATTACH '${from}' AS desk`);
  const read = (sql: string) => db.prepare(sql).raw().all() as unknown[][];
  const columns = (table: string) => read(`SELECT * FROM pragma_table_info('${table}')`).length;
  const insert = (table: string) =>
    db.prepare(`INSERT INTO main.${table} VALUES (${Array(columns(table)).fill("?").join(",")})`);
  const rows = (table: string) => read(`SELECT * FROM desk.${table} ORDER BY rowid`);

  const [notifications, interpretations, events, messages, conversations] = [
    rows("notifications"),
    rows("interpretations"),
    rows("events"),
    rows("messages"),
    rows("conversations"),
  ];
  const into = {
    notifications: insert("notifications"),
    interpretations: insert("interpretations"),
    events: insert("events"),
    messages: insert("messages"),
    conversations: insert("conversations"),
  };
  for (const row of conversations) into.conversations.run(row);
  const touch = db.prepare(
    "UPDATE main.conversations SET last_activity_ms = ?, preview = ?, unread_count = unread_count + 1 WHERE id = ?",
  );

  const startedMs = performance.now();
  inBatches(notifications, ACCEPTED_AT_ONCE, (batch) => {
    for (const row of batch) into.notifications.run(row);
  });
  let message = 0;
  let applied = 0;
  inBatches(events, APPLIED_AT_ONCE, (batch) => {
    for (const row of batch) {
      into.events.run(row);
      into.interpretations.run(interpretations[applied]);
      applied += 1;
      // Seven of ten events bring a message; all of them touch their conversation.
      const share = Math.floor((applied * messages.length) / events.length);
      for (; message < share; message += 1) into.messages.run(messages[message]);
      touch.run(
        1_790_000_000_000 + applied,
        `Do you open on Sunday? ${applied}`,
        conversations[applied % conversations.length]?.[0],
      );
    }
  });
  const perSecond = (events.length / (performance.now() - startedMs)) * 1000;
  db.close();
  return { events: events.length, perSecond };

  function inBatches<T>(all: T[], size: number, work: (batch: T[]) => void) {
    const commit = db.transaction(work);
    for (let at = 0; at < all.length; at += size) commit(all.slice(at, at + size));
  }
}

process.once("message", (order: BareOrder) => {
  process.send?.(measure(order));
  process.exit(0);
});
