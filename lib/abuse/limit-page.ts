import "server-only";
import { SETUP_COOKIE } from "@/lib/auth/session-cookie";
import { getCounter } from "./counters";
import { judgeSetupGuess } from "./setup-guesses";
import { toAddressGroup } from "./to-address-group";

type Visit = { pathname: string; searchParams: URLSearchParams; cookie: (name: string) => string | undefined };

/**
 * Pages that answer whether somebody has guessed right: set-up, by its token, and the status of a data deletion, by its
 * code.
 * @returns for how many seconds this address is told nothing; 0 when the page may be shown
 */
export async function limitPage(ip: string, { pathname, searchParams, cookie }: Visit): Promise<number> {
  if (pathname === "/setup") {
    const token = searchParams.get("token") ?? cookie(SETUP_COOKIE);
    return token === undefined ? 0 : judgeSetupGuess(ip, token);
  }
  const group = toAddressGroup(ip);
  if (pathname !== "/data-deletion" || !searchParams.has("code") || group === null) return 0;
  return getCounter("deletionStatus").consume(group);
}
