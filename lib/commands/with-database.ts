import "server-only";
import { existsSync } from "node:fs";
import { type Db, isDatabaseUnavailable, openDb } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** A desk that runs writes all the time, and never for long. */
const BUSY_MS = 10_000;

/**
 * Opens the desk's database for a command, beside a running desk or without one.
 * @throws {AppError} when there is none, or it cannot be written
 */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const file = getEnv().DATABASE_URL.slice("file:".length);
  if (!existsSync(file)) throw new AppError("not_found", `There is no database at ${file}.`);
  const db = openDb(file);
  db.$client.pragma(`busy_timeout = ${BUSY_MS}`);
  try {
    return await work(db);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new AppError("database_unavailable", `The database at ${file} cannot be written now.`, { cause: error });
  } finally {
    db.$client.close();
  }
}
