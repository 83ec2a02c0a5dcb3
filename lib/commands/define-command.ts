import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Terminal } from "./terminal";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>["values"];

/** Takes what was typed after the name; answers the exit code. @throws {UsageError} */
export type Command = (args: string[], terminal: Terminal) => Promise<number>;

/** The command was called in a way it does not know. `message` is the whole story, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * A command with its options, as `parseArgs` of node:util takes them. Whatever else is typed is refused in a sentence
 * that repeats no value: it may be a secret in the wrong place. `--help` prints how it is called, and runs nothing.
 */
export function defineCommand<O extends Options>({
  usage,
  options,
  run,
}: {
  usage: string;
  options: O;
  run: (values: Values<O>, terminal: Terminal) => Promise<number>;
}): Command {
  return async (args, terminal) => {
    if (!isAskingForHelp(args)) return run(readOptions(args, options), terminal);
    terminal.print(usage);
    return 0;
  };
}

export function isAskingForHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}

function readOptions<O extends Options>(args: string[], options: O): Values<O> {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const takes = known.length === 0 ? "It takes no options." : `It takes ${known.join(", ")}.`;
    throw new UsageError(`${toComplaint(error as NodeJS.ErrnoException, args)} ${takes}`);
  }
}

function toComplaint({ code, message }: NodeJS.ErrnoException, args: string[]): string {
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const named = args.find((arg) => message.includes(`'${arg.split("=")[0]}'`));
    return `There is no option ${named?.split("=")[0] ?? "of that name"}.`;
  }
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    const [name = "an option"] = /--[\w-]+/.exec(message) ?? [];
    return `The value of ${name} is missing, or it takes none.`;
  }
  return "There is a word that belongs to no option.";
}
