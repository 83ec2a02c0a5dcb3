import type { Db } from "@/lib/db/db";
import { Interpreter } from "@/lib/notifications/interpreter";
import { type AcceptedNotification, recordNotifications } from "@/lib/notifications/notification-queries";
import { indexNextNotifications } from "@/lib/notifications/notification-search-queries";
import { A_KEY } from "../../support/build-notification";
import { PAGES, POISON, toNotification } from "./to-notification";

const STORED_AT_ONCE = 2_000;
const INTERPRETED_AT_ONCE = 20_000;

export function linkPages(db: Db): void {
  const link = db.$client.prepare(
    `INSERT INTO pages (id, name, linked_ms, token_status, desired_fields, actual_fields, problems)
     VALUES (?, ?, 1, 'valid', '[]', '[]', '[]')`,
  );
  for (const id of PAGES) link.run(id, `Page ${id}`);
}

type Growth = { from: number; to: number; appId: string; make?: (index: number) => AcceptedNotification };

/** Stores, interprets and indexes the notifications from `from` up to `to`, the way a running desk does. */
export async function growDesk(db: Db, { from, to, appId, make = toNotification }: Growth) {
  db.$client.exec(
    `CREATE TEMP TRIGGER poison BEFORE INSERT ON messages WHEN NEW.text LIKE '%${POISON}%'
     BEGIN SELECT RAISE(ABORT, 'poison'); END`,
  );
  for (let at = from; at < to; at += INTERPRETED_AT_ONCE) {
    const end = Math.min(to, at + INTERPRETED_AT_ONCE);
    for (let index = at; index < end; index += STORED_AT_ONCE) {
      const count = Math.min(STORED_AT_ONCE, end - index);
      recordNotifications(
        db,
        Array.from({ length: count }, (_, n) => make(index + n)),
      );
    }
    const interpreter = new Interpreter(db, { appId, encryptionKeys: [A_KEY], publish: () => undefined });
    interpreter.wake();
    while (interpreter.isBusy) await new Promise((resolve) => setImmediate(resolve));
    interpreter.stop();
    while (indexNextNotifications(db, STORED_AT_ONCE) === STORED_AT_ONCE);
  }
  db.$client.exec("DROP TRIGGER poison");
}
