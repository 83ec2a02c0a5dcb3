import "server-only";
import { SettingsError } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type Command, UsageError } from "./define-command";
import { doctor } from "./doctor/doctor";
import { owner } from "./owner/owner";
import { person } from "./person/person";
import type { Terminal } from "./terminal";
import { vacuum } from "./vacuum/vacuum";

/** What `npm run <name>` can run of lib/: a new one gets a line here, scripts/<name>.mjs and scripts/commands/<name>.mjs. */
export const COMMANDS: Readonly<Record<string, Command>> = { doctor, owner, person, vacuum };

/**
 * Runs one command. What whoever typed it can mend is told in a sentence; anything else is a bug of ours and is thrown.
 * @returns the exit code: 2 when it was called wrongly, 1 when it did not do what it should
 */
export async function runCommand(
  name: string,
  args: string[],
  terminal: Terminal,
  commands: Readonly<Record<string, Command>> = COMMANDS,
): Promise<number> {
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new UsageError(`There is no such command: choose from ${Object.keys(commands).join(", ")}.`);
    return await command(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.printError(error.message);
      return 2;
    }
    if (error instanceof AppError || error instanceof SettingsError) {
      terminal.printError(error.message);
      return 1;
    }
    throw error;
  }
}
