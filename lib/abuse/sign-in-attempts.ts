import "server-only";
import { AppError } from "@/lib/errors";
import { getCounter } from "./counters";
import { toAddressGroup } from "./to-address-group";

/**
 * Counts an attempt to sign in from an address, before it is known how it ends: of many at once none comes through
 * uncounted. `noteSignedIn` takes it back.
 * @throws {AppError} `too_many_requests`
 */
export async function consumeSignIn(ip: string): Promise<void> {
  const group = toAddressGroup(ip);
  if (group !== null) refuse(await getCounter("signInByAddress").consume(group));
}

/**
 * The same, of attempts on one account from wherever they come.
 * @param account what it is signed in with, such as an email address: counted whether there is such an account or not
 * @throws {AppError} `too_many_requests`
 */
export async function consumeSignInFor(account: string): Promise<void> {
  refuse(await getCounter("signInByAccount").consume(toAccountKey(account)));
}

/**
 * After a success: the account begins anew. The address only gets this attempt back, so that whoever has an account
 * cannot use it to try others without end.
 */
export async function noteSignedIn({ ip, account }: { ip: string; account?: string }): Promise<void> {
  const group = toAddressGroup(ip);
  if (group !== null) await getCounter("signInByAddress").giveBack(group);
  if (account !== undefined) await getCounter("signInByAccount").reset(toAccountKey(account));
}

/**
 * Counts an attempt to change one's own password, which asks for the old one: whoever finds a browser signed in must not
 * try them out. By itself, so that strangers at the sign-in page cannot keep anybody from it. `forgetOwnPassword` ends it.
 * @throws {AppError} `too_many_requests`
 */
export async function consumeOwnPassword(userId: string): Promise<void> {
  const waitS = await getCounter("ownPassword").consume(userId);
  if (waitS > 0) throw tooMany("Too many wrong passwords.", waitS);
}

export async function forgetOwnPassword(userId: string): Promise<void> {
  await getCounter("ownPassword").reset(userId);
}

const MOST_CHARACTERS = 320;
const toAccountKey = (account: string) => account.trim().toLowerCase().slice(0, MOST_CHARACTERS);

function refuse(waitS: number): void {
  if (waitS === 0) return;
  throw tooManySignIns(waitS);
}

export function tooManySignIns(waitS: number): AppError {
  return tooMany("Too many attempts to sign in.", waitS);
}

function tooMany(what: string, waitS: number): AppError {
  const minutes = Math.ceil(waitS / 60);
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return new AppError("too_many_requests", `${what} Wait ${wait}, then try again.`, { retryAfterS: waitS });
}
