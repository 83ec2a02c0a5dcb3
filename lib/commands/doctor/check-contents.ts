import "server-only";
import { hasAnybody, hasOwner } from "@/lib/auth/user-queries";
import type { Db } from "@/lib/db/db";
import { tryDecrypt } from "@/lib/encryption";
import { ENCRYPTED_COLUMNS, ENCRYPTED_OWNER } from "@/lib/jobs/encrypted-owner";
import { type EncryptedColumn, listEncryptedOtherwise } from "@/lib/jobs/re-encrypt-queries";
import { findLastReceivedMs } from "@/lib/notifications/notification-queries";
import { toPageProblem } from "@/lib/pages/page-problems";
import { listPages } from "@/lib/pages/page-queries";
import { getRetentionSettings } from "@/lib/settings/retention-settings";
import { type Finding, note, right, wrong } from "./finding";

const HOUR_MS = 60 * 60 * 1000;
const AT_ONCE = 200;
/** No stored value begins so. */
const NONE = "-";

/** `keys`: null when ENCRYPTION_KEY cannot be used, which is told elsewhere. */
type Ask = { keys: readonly string[] | null; nowMs: number };

/** What the database holds: people, Pages, tokens, and when something last came. */
export async function checkContents(db: Db, { keys, nowMs }: Ask): Promise<Finding[]> {
  const checks = [
    () => checkOwner(db),
    () => checkTokens(db, keys),
    () => checkPages(db),
    () => checkTraffic(db, nowMs),
    () => [tellRetention(db)],
  ];
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push(...(await check()));
    } catch (error) {
      // One of an earlier version has not every table and column.
      findings.push(note(`Part of the database cannot be read as it is now: ${(error as Error).message}.`));
    }
  }
  return findings;
}

async function checkOwner(db: Db): Promise<Finding[]> {
  if (await hasOwner(db)) return [right("The desk has an owner.")];
  if (hasAnybody(db)) return [wrong("Nobody owns this desk, though it has people.")];
  return [note("Nobody owns this desk yet: open the address that it prints when it starts.")];
}

function checkTokens(db: Db, keys: readonly string[] | null): Finding[] {
  if (keys === null) return [];
  const tokens = ENCRYPTED_COLUMNS.flatMap((column) => {
    return listAll(db, column).map(({ id, value }) => tryDecrypt(value, ENCRYPTED_OWNER[column](id), keys) !== null);
  });
  const lost = tokens.filter((isReadable) => !isReadable).length;
  if (tokens.length === 0) return [];
  if (lost === 0) return [right(`ENCRYPTION_KEY opens all ${tokens.length} stored tokens.`)];
  return [
    wrong(`ENCRYPTION_KEY opens ${tokens.length - lost} of ${tokens.length} stored tokens: is an earlier key missing?`),
  ];
}

function listAll(db: Db, column: EncryptedColumn) {
  const rows: ReturnType<typeof listEncryptedOtherwise> = [];
  for (let afterId = ""; ; ) {
    const some = listEncryptedOtherwise(db, column, { prefix: NONE, afterId, limit: AT_ONCE });
    rows.push(...some);
    if (some.length < AT_ONCE) return rows;
    afterId = some.at(-1)?.id ?? "";
  }
}

async function checkPages(db: Db): Promise<Finding[]> {
  const linked = (await listPages(db)).filter(({ linkedMs }) => linkedMs !== null);
  if (linked.length === 0) return [note("No Page is connected.")];
  const findings = linked.flatMap(({ name, problems }) =>
    problems.map(toPageProblem).map(({ severity, title }) => {
      return (severity === "broken" ? wrong : note)(`${name}: ${title}. See Pages.`);
    }),
  );
  if (findings.length > 0) return findings;
  return [
    right(`${linked.length === 1 ? "The connected Page is" : `All ${linked.length} connected Pages are`} in order.`),
  ];
}

function tellRetention(db: Db): Finding {
  const { payloadDays, messageDays, mediaDays, auditDays } = getRetentionSettings(db);
  const kept = (what: string, days: number | null) =>
    days === null ? `${what} for good` : days === 0 ? `${what} not at all` : `${what} ${days} days`;
  const kinds = [
    kept("payloads", payloadDays),
    kept("messages", messageDays),
    kept("copies of media", mediaDays),
    kept("the audit log", auditDays),
  ];
  return note(`Kept are ${kinds.join(", ")} (Settings, How long things are kept).`);
}

function checkTraffic(db: Db, nowMs: number): Finding[] {
  const lastMs = findLastReceivedMs(db);
  if (lastMs === null) return [note("Facebook has not sent anything yet.")];
  const hours = Math.floor((nowMs - lastMs) / HOUR_MS);
  const ago = hours < 1 ? "within the last hour" : `${hours} ${hours === 1 ? "hour" : "hours"} ago`;
  return [(hours < 24 ? right : note)(`The last notification came ${ago}.`)];
}
