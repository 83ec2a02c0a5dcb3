import "server-only";
import { getSetupToken } from "@/lib/auth/setup-token";
import { getEnv } from "@/lib/env";
import { onGlobal } from "@/lib/on-global";
import { type Desk, needsOwner } from "./desk";

/** Tells whoever started the desk, once, how to become its owner. On the terminal, not in the log: it is a secret. */
export async function printSetupAddress(desk: Desk): Promise<void> {
  if (!(await needsOwner(desk))) return;
  onGlobal("setup-address-printed", () => {
    const { PUBLIC_URL, SETUP_TOKEN } = getEnv();
    const token = SETUP_TOKEN === undefined ? getSetupToken() : "<your SETUP_TOKEN>";
    process.stderr.write(`\nThis desk has no owner yet. Open ${PUBLIC_URL}/setup?token=${token}\n\n`);
    return true;
  });
}
