import "server-only";
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { compareMigrations } from "@/lib/db/compare-migrations";
import type { Db } from "@/lib/db/db";
import { openReadOnly, quickCheck } from "@/lib/db/open-read-only";
import { type Finding, note, right, wrong } from "./finding";

const MEGABYTE = 1024 * 1024;
const LEAST_FREE_MB = 500;
/** Far more than the desk lets it grow to. */
const MOST_WAL_MB = 512;

/** Looks at the database from outside and opens it to read. `db` is null when there is none, or it cannot be opened. */
export function checkDatabaseFile(databaseUrl: string): { db: Db | null; findings: Finding[] } {
  const file = resolve(databaseUrl.slice("file:".length));
  const findings = [...checkFolder(file)];
  if (!existsSync(file)) {
    return {
      db: null,
      findings: [...findings, note(`There is no database at ${file} yet: the first start makes it.`)],
    };
  }
  if (!canWrite(file)) findings.push(wrong(`${file} cannot be written by whoever runs this command.`));
  const walMb = sizeMb(`${file}-wal`);
  const size = `The database has ${sizeMb(file)} MB, its write-ahead log ${walMb} MB.`;
  findings.push(
    walMb > MOST_WAL_MB
      ? wrong(`${size} Something keeps the log from being folded in: is a backup open?`)
      : right(size),
  );
  try {
    const db = openReadOnly(file);
    const faults = quickCheck(db);
    findings.push(
      faults.length === 0
        ? right("SQLite finds nothing wrong with the database.")
        : wrong(`The database is damaged; go back to a backup. SQLite says: ${faults.join(" ")}`),
      checkMigrations(db),
    );
    return { db, findings };
  } catch (error) {
    const why = (error as Error).message;
    return { db: null, findings: [...findings, wrong(`The database at ${file} cannot be opened: ${why}.`)] };
  }
}

function checkMigrations(db: Db): Finding {
  const { pending, isNewer } = compareMigrations(db);
  if (isNewer)
    return wrong("The database was made by a newer Pagedesk. Install that one again, or go back to a backup.");
  if (pending.length === 0) return right("The database is up to date.");
  return note(`The next start brings the database up to date (${pending.length} changes, from ${pending[0]}).`);
}

function checkFolder(file: string): Finding[] {
  let folder = dirname(file);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  if (!canWrite(folder)) return [wrong(`The folder ${folder} cannot be written by whoever runs this command.`)];
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / MEGABYTE);
  const sentence = `${freeMb} MB are free on the disk of the database`;
  return [freeMb < LEAST_FREE_MB ? wrong(`Only ${sentence}: soon nothing can be stored.`) : right(`${sentence}.`)];
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function sizeMb(file: string): number {
  return existsSync(file) ? Math.ceil(statSync(file).size / MEGABYTE) : 0;
}
