import "server-only";
import { isSetupToken } from "@/lib/auth/setup-token";
import { getCounter } from "./counters";
import { toAddressGroup } from "./to-address-group";

/**
 * Counts a wrong set-up token. Once there were too many, the right one does not pass either: else going on would pay.
 * @returns for how many seconds no token is looked at; 0 when this one may be
 */
export async function judgeSetupGuess(ip: string, token: string): Promise<number> {
  const group = toAddressGroup(ip);
  if (group === null) return 0;
  const counter = getCounter("setupToken");
  const waitS = await counter.findWait(group);
  if (waitS > 0 || isSetupToken(token)) return waitS;
  return counter.consume(group);
}
