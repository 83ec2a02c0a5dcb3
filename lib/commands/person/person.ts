import "server-only";
import { open } from "node:fs/promises";
import { erasePersonByCommand } from "@/lib/erasure/erase-by-command";
import { AppError } from "@/lib/errors";
import { exportPerson } from "@/lib/export/export-person";
import { listConversationIdsOf } from "@/lib/inbox/erase-conversation-queries";
import { type Command, defineCommand, isAskingForHelp, UsageError } from "../define-command";
import type { Terminal } from "../terminal";
import { withDatabase } from "../with-database";

const PERSON = { page: { type: "string" }, psid: { type: "string" } } as const;
/** Without a desk that runs, what was not interpreted yet has to wait for one. */
const PATIENCE_MS = 15_000;

const USAGE = {
  export:
    "npm run person -- export --page <id> --psid <psid> --file <name>: all that is kept of them, as JSON; without --file onto the terminal.",
  erase: "npm run person -- erase --page <id> --psid <psid>: erases them, as the button does.",
} as const;

const exportCommand = defineCommand({
  usage: USAGE.export,
  options: { ...PERSON, file: { type: "string" } },
  run: (values, terminal) =>
    withDatabase(async (db) => {
      const [id] = listConversationIdsOf(db, readPerson(values));
      if (id === undefined) throw new AppError("not_found", "There is no conversation with this person on this Page.");
      await write(exportPerson(db, id, { userId: null, nowMs: Date.now() }), values.file, terminal);
      return 0;
    }),
});

const eraseCommand = defineCommand({
  usage: USAGE.erase,
  options: PERSON,
  run: (values, { print }) =>
    withDatabase(async (db) => {
      const named = readPerson(values);
      const isKnown = listConversationIdsOf(db, named).length > 0;
      const isDone = await erasePersonByCommand(db, named, { patienceMs: PATIENCE_MS });
      if (!isDone)
        print("Off every screen. The rest is erased by the desk when it runs: some of what came is not read yet.");
      else if (isKnown) print("Erased. Screens that are open show it until they are loaded again.");
      // An id mistyped looks the same: it must not sound as if somebody had been erased.
      else
        print("There is no conversation with this person on this Page. What Facebook sent was searched for them too.");
      return isDone ? 0 : 1;
    }),
});

const COMMANDS: Record<string, Command> = { export: exportCommand, erase: eraseCommand };

/** `npm run person -- export|erase --page <id> --psid <psid>`: what a person asks for, without the desk's screens. */
export const person: Command = async ([what = "", ...args], terminal) => {
  if (isAskingForHelp([what])) {
    for (const usage of Object.values(USAGE)) terminal.print(usage);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, what) ? COMMANDS[what] : undefined;
  if (!command) {
    const strange = what.startsWith("--") ? `There is no option ${what.split("=")[0]}. ` : "";
    throw new UsageError(`${strange}Say what is wanted: export or erase, with --page and --psid.`);
  }
  return command(args, terminal);
};

function readPerson({ page, psid }: { page?: string | undefined; psid?: string | undefined }) {
  if (!/^\d{1,30}$/.test(page ?? "")) throw new UsageError("--page takes the id of a Page: digits only.");
  if (!/^\d{1,30}$/.test(psid ?? ""))
    throw new UsageError("--psid takes the id of the person on that Page: digits only.");
  return { pageId: page as string, psid: psid as string };
}

const WHY_NOT: Record<string, string> = {
  EEXIST: "it is there already",
  ENOENT: "its folder is not there",
  EACCES: "you may not write there",
};

/** Into a new file that only its owner may read, or onto the terminal. */
async function write(pieces: AsyncGenerator<string>, path: string | undefined, { print }: Terminal): Promise<void> {
  if (path === undefined) {
    for await (const piece of pieces) print(piece);
    return;
  }
  const file = await open(path, "wx", 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`The file cannot be made: ${WHY_NOT[cause.code ?? ""] ?? cause.code ?? "unknown"}.`);
  });
  try {
    for await (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
  print(`Written to ${path}.`);
}
