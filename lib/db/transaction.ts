import "server-only";
import { type Db, prepared } from "./db";

/**
 * Runs `work` as one write transaction: when this returns, all of it is on disk; when it throws, nothing is.
 * @param options `isDryRun`: take everything back at the end, and answer what `work` saw
 */
export function inTransaction<T>(db: Db, work: () => T, { isDryRun = false } = {}): T {
  prepared(db, "BEGIN IMMEDIATE").run();
  try {
    const result = work();
    prepared(db, isDryRun ? "ROLLBACK" : "COMMIT").run();
    return result;
  } catch (error) {
    // A full or failing disk has ended the transaction by itself.
    if (db.$client.inTransaction) prepared(db, "ROLLBACK").run();
    throw error;
  }
}

/**
 * Runs `work` inside a transaction so that a failure takes back only its own writes: then answers `recover(error)`.
 * A failure that has ended the whole transaction is passed on.
 */
export function inSavepoint<T>(db: Db, work: () => T, recover: (error: unknown) => T): T {
  prepared(db, "SAVEPOINT part").run();
  try {
    const result = work();
    prepared(db, "RELEASE part").run();
    return result;
  } catch (error) {
    if (!db.$client.inTransaction) throw error;
    prepared(db, "ROLLBACK TO part").run();
    prepared(db, "RELEASE part").run();
    return recover(error);
  }
}
