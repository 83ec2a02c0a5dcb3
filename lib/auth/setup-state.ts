import "server-only";
import { cookies } from "next/headers";
import { getDb } from "@/lib/db/db";
import { SETUP_COOKIE } from "./session-cookie";
import { isSetupToken } from "./setup-token";
import { hasOwner } from "./user-queries";

/**
 * How far set-up is: `done` with an owner; `ready` when the visitor brought the right token; else they need one.
 * @param token from the address of this very request; later requests have it in the cookie
 */
export async function getSetupState(token?: string): Promise<"ready" | "done" | "needs_token"> {
  if (await hasOwner(getDb())) return "done";
  const given = token ?? (await cookies()).get(SETUP_COOKIE)?.value;
  return given !== undefined && isSetupToken(given) ? "ready" : "needs_token";
}
