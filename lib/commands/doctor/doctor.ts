import "server-only";
import { type GivenSetting, listGivenSettings } from "@/lib/env";
import { defineCommand } from "../define-command";
import type { Terminal } from "../terminal";
import { checkContents } from "./check-contents";
import { checkDatabaseFile } from "./check-database-file";
import { checkReach } from "./check-reach";
import { checkSettings } from "./check-settings";
import { describeSetting } from "./describe-setting";
import type { Finding } from "./finding";

const MARKS: Record<Finding["state"], string> = { right: "  ok     ", wrong: "  WRONG  ", note: "  note   " };

/**
 * `npm run doctor`: every setting, secrets masked, and what is right and wrong. Beside a running desk or without one; it
 * changes nothing. Exit code 1 when something is wrong.
 */
export const doctor = defineCommand({
  usage: "npm run doctor: every setting, secrets masked, and what is right and wrong. It changes nothing.",
  options: {},
  run: async (_, terminal) => {
    const { env, fromFile, print } = terminal;
    const given = listGivenSettings(env);
    print("Settings");
    for (const line of listSettings(terminal)) print(line);
    print("\nWhat is right and what is wrong");
    const seen: Finding[] = [];
    const tell = (findings: Finding[]) => {
      for (const { state, sentence } of findings) print(MARKS[state] + sentence);
      seen.push(...findings);
    };
    const { settings, findings } = checkSettings({ env, fromFile }, given);
    tell(findings);
    const { db, findings: ofFile } = checkDatabaseFile(toDatabaseUrl(given));
    tell(ofFile);
    if (db) {
      tell(await checkContents(db, { keys: toKeys(given), nowMs: Date.now() }));
      db.$client.close();
    }
    if (settings) tell(await checkReach(settings));
    const count = seen.filter(({ state }) => state === "wrong").length;
    print(count === 0 ? "\nNothing is wrong." : `\n${count} ${count === 1 ? "thing is" : "things are"} wrong.`);
    return count === 0 ? 0 : 1;
  },
});

function listSettings({ env, fromFile }: Terminal): string[] {
  const rows = listGivenSettings(env).map((setting) => {
    const { name, value, fallback } = setting;
    const source =
      value !== undefined ? (fromFile.get(name) ?? "environment") : fallback === undefined ? "not set" : "default";
    return { name, source, shown: describeSetting(setting) };
  });
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, source, shown }) => `  ${name.padEnd(width)}  ${source.padEnd(11)}  ${shown}`.trimEnd());
}

/** Where the database is, also while other settings are wrong. */
function toDatabaseUrl(given: readonly GivenSetting[]): string {
  const setting = given.find(({ name }) => name === "DATABASE_URL");
  return (setting?.isValid && setting.value) || (setting?.fallback ?? "");
}

function toKeys(given: readonly GivenSetting[]): string[] | null {
  const setting = given.find(({ name }) => name === "ENCRYPTION_KEY");
  return setting?.isValid && setting.value ? setting.value.split(",").map((key) => key.trim()) : null;
}
