import "server-only";
import { eq } from "drizzle-orm";
import { appStatus } from "@/drizzle/schema/pages";
import type { Db } from "@/lib/db/db";

/** There is one app, and so one row. */
const ID = 1;
const COLUMNS = {
  subscriptions: appStatus.subscriptions,
  checkedMs: appStatus.checkedMs,
  verifiedMs: appStatus.verifiedMs,
  handshakeMs: appStatus.handshakeMs,
  handshakeError: appStatus.handshakeError,
  onlyRolesMs: appStatus.onlyRolesMs,
};
const NOTHING_KNOWN: AppStatus = {
  subscriptions: [],
  checkedMs: null,
  verifiedMs: null,
  handshakeMs: null,
  handshakeError: null,
  onlyRolesMs: null,
};

export type AppStatus = Omit<typeof appStatus.$inferSelect, "id">;

/** What is known of the app at Meta; all null and empty before the first look. */
export function findAppStatus(db: Db): AppStatus {
  return db.select(COLUMNS).from(appStatus).where(eq(appStatus.id, ID)).get() ?? NOTHING_KNOWN;
}

export function updateAppStatus(db: Db, change: Partial<AppStatus>): void {
  db.insert(appStatus)
    .values({ ...NOTHING_KNOWN, ...change, id: ID })
    .onConflictDoUpdate({ target: appStatus.id, set: change })
    .run();
}
