import { describe, expect, test } from "vitest";
import { SettingsError } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { defineCommand } from "./define-command";
import { COMMANDS, runCommand } from "./run-command";
import type { Terminal } from "./terminal";

const greet = defineCommand({
  usage: "npm run greet -- --email somebody@example.com",
  options: { email: { type: "string" }, loud: { type: "boolean", default: false } },
  run: async ({ email, loud }, { print }) => {
    print(`${email} ${loud}`);
    return 0;
  },
});

async function run(name: string, ...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const terminal: Terminal = {
    env: {},
    fromFile: new Map(),
    print: (line) => void printed.push(line),
    printError: (line) => void complaints.push(line),
  };
  const fail = (error: Error) => async () => {
    throw error;
  };
  const commands = {
    greet,
    refuse: fail(new AppError("not_found", "There is no such person.")),
    unset: fail(new SettingsError("PUBLIC_URL is missing")),
    broken: fail(new Error("a bug")),
  };
  return { code: await runCommand(name, args, terminal, commands), printed, complaints };
}

test("a command gets its options, and its exit code is that of the process", async () => {
  expect(await run("greet", "--email", "a@b.test", "--loud")).toEqual({
    code: 0,
    printed: ["a@b.test true"],
    complaints: [],
  });
});

test.each(["--help", "-h"])(
  "%s prints how a command is called and runs nothing, whatever else is typed",
  async (help) => {
    const printed = ["npm run greet -- --email somebody@example.com"];
    expect(await run("greet", "--loud", help)).toEqual({ code: 0, printed, complaints: [] });
  },
);

describe("what is typed wrongly gets one sentence and exit code 2", () => {
  test.each([
    ["an option nobody knows", ["greet", "--colour"], "There is no option --colour. It takes --email, --loud."],
    ["the same, with a value", ["greet", "--tone=hush"], "There is no option --tone. It takes --email, --loud."],
    [
      "a value left out",
      ["greet", "--email"],
      "The value of --email is missing, or it takes none. It takes --email, --loud.",
    ],
    [
      "a value too many",
      ["greet", "--loud=hush"],
      "The value of --loud is missing, or it takes none. It takes --email, --loud.",
    ],
    ["a stray word", ["greet", "hush"], "There is a word that belongs to no option. It takes --email, --loud."],
    ["a command nobody knows", ["grete"], "There is no such command: choose from greet, refuse, unset, broken."],
    [
      "a command with the name of something inherited",
      ["toString"],
      "There is no such command: choose from greet, refuse, unset, broken.",
    ],
  ])("%s", async (_, [name = "", ...args], sentence) => {
    expect(await run(name, ...args)).toEqual({ code: 2, printed: [], complaints: [sentence] });
  });

  test("for every command there is", async () => {
    for (const name of Object.keys(COMMANDS)) {
      const complaints: string[] = [];
      const terminal: Terminal = {
        env: {},
        fromFile: new Map(),
        print: () => {},
        printError: (line) => void complaints.push(line),
      };
      expect(await runCommand(name, ["--no-such-option"], terminal), name).toBe(2);
      expect(complaints, name).toEqual([expect.stringMatching(/^There is no option --no-such-option\. /)]);
    }
  });
});

test("every command there is says how it is called", async () => {
  for (const name of Object.keys(COMMANDS)) {
    const printed: string[] = [];
    const terminal: Terminal = {
      env: {},
      fromFile: new Map(),
      print: (line) => void printed.push(line),
      printError: (line) => void printed.push(`error: ${line}`),
    };
    expect(await runCommand(name, ["--help"], terminal), name).toBe(0);
    expect(printed.join("\n"), name).toMatch(new RegExp(`^npm run ${name}\\b`));
  }
});

test("what can be mended is a sentence and exit code 1; a bug keeps its stack", async () => {
  expect(await run("refuse")).toEqual({ code: 1, printed: [], complaints: ["There is no such person."] });
  expect(await run("unset")).toEqual({ code: 1, printed: [], complaints: ["PUBLIC_URL is missing"] });
  await expect(run("broken")).rejects.toThrow("a bug");
});
