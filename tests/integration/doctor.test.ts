import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { throwAwaySettings } from "../../scripts/lib/throw-away-settings.mjs";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { runDeskCommand } from "../support/run-desk-command";
import { postSigned } from "../support/signed-post";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let env: Record<string, string>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES], env: { FACEBOOK_APP_SECRET: APP_SECRETS.join(",") } });
  env = owned.desk.settings.env;
});
afterAll(() => owned?.end());

/** The simulator's own, and an earlier one. */
const APP_SECRETS = ["demo-app-secret-0123456789abcdef", "Zx81Kq0wPl2mNb7vCe4rTy6uI9oA3sDf"];
const SECRETS = ["AUTH_SECRET", "ENCRYPTION_KEY", "FACEBOOK_APP_SECRET", "FACEBOOK_VERIFY_TOKEN", "SETUP_TOKEN"];

function expectNoSecret(printed: string, settings: Record<string, string>) {
  for (const name of SECRETS) {
    for (const value of (settings[name] ?? "").split(",")) expect(printed, name).not.toContain(value.slice(0, 6));
  }
  expect(printed).not.toMatch(/EAA\w|EAAG|\|[0-9a-f]{6}/);
}

const aFolder = () => mkdtempSync(join(tmpdir(), "pagedesk-doctor-"));

describe("beside a running desk", () => {
  test("it finds everything in order, and prints no secret", async () => {
    await postSigned(`${owned.desk.url}/api/webhook`, APP_SECRETS[0] as string, '{"object":"page","entry":[]}');
    const { code, printed } = await runDeskCommand(env, ["doctor"]);
    expect(printed).toMatch(/AUTH_SECRET +environment +\(44 characters, the last two .=\)/);
    expect(printed).toMatch(/FACEBOOK_APP_SECRET +environment +\(32 characters, the last two ef\), \(32 characters, /);
    expect(printed).toMatch(/FACEBOOK_DIALOG_URL +environment +http:\/\/localhost:\d+\n/);
    expect(printed).toMatch(/FACEBOOK_LOGIN_CONFIG_ID +not set\n/);
    for (const sentence of [
      "The desk can start with these settings.",
      "SQLite finds nothing wrong with the database.",
      "The database is up to date.",
      "The desk has an owner.",
      /ENCRYPTION_KEY opens all \d+ stored tokens/,
      "Kept are payloads 30 days, messages for good, copies of media 30 days, the audit log 365 days",
      "The last notification came within the last hour.",
      /The desk runs: it answers on port \d+/,
      "The desk answers at PUBLIC_URL (localhost).",
      "Facebook answers, and takes the app's id and secret.",
    ]) {
      expect(printed).toMatch(sentence);
    }
    expect(printed).toContain("Nothing is wrong.");
    expect(code).toBe(0);
    expectNoSecret(printed, env);
  });

  test("it says that a token is opened by no key, that Facebook takes no such secret, and that the port is another's", async () => {
    const changed = {
      ...env,
      ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      FACEBOOK_APP_SECRET: randomBytes(16).toString("hex"),
    };
    const { code, printed } = await runDeskCommand({ ...changed, PORT: String(owned.sim.port) }, ["doctor"]);
    expect(printed).toMatch(/WRONG {2}ENCRYPTION_KEY opens 0 of \d+ stored tokens/);
    expect(printed).toMatch(/WRONG {2}Facebook answers, but does not take the app's id and secret/);
    expect(printed).toMatch(/WRONG {2}Something else answers on port/);
    expect(code).toBe(1);
    expectNoSecret(printed, changed);
  });

  test("an option it does not know is one sentence and exit code 2", async () => {
    expect(await runDeskCommand(env, ["doctor", "--fix"])).toEqual({
      code: 2,
      printed: "There is no option --fix. It takes no options.\n",
    });
  });
});

describe("where the desk cannot start", () => {
  test("it names every setting that is wrong, and looks at the database all the same", async () => {
    const folder = aFolder();
    const databasePath = join(folder, "copy.db");
    await copyOf(owned.desk.databasePath, databasePath);
    const wrong = {
      ...env,
      DATABASE_URL: `file:${databasePath}`,
      AUTH_SECRET: "hush-hush",
      FACEBOOK_APP_ID: "EAAGm0PX4ZCpsBA-in-the-wrong-line",
    };
    const { code, printed } = await runDeskCommand(wrong, ["doctor"]);
    expect(printed).toMatch(/WRONG {2}AUTH_SECRET is too short/);
    expect(printed).toMatch(/WRONG {2}FACEBOOK_APP_ID must be digits only/);
    expect(printed).toContain("The desk has an owner.");
    expect(code).toBe(1);
    expectNoSecret(printed, wrong);
  });

  test("a weak secret on a public address, and what cannot be reached, are wrong", async () => {
    const weak = { ...env, PUBLIC_URL: "https://desk.pagedesk.org", AUTH_SECRET: "change-me-".repeat(4) };
    const { code, printed } = await runDeskCommand(weak, ["doctor"]);
    expect(printed).toMatch(/WRONG {2}AUTH_SECRET is a placeholder: .* The desk cannot start so\./);
    expect(code).toBe(1);
    const lost = { ...env, PUBLIC_URL: "http://desk.invalid", FACEBOOK_APP_SECRET: APP_SECRETS[1] as string };
    const second = await runDeskCommand({ ...lost, GRAPH_API_URL: "http://127.0.0.1:9" }, ["doctor"]);
    expect(second.printed).toMatch(/WRONG {2}PUBLIC_URL begins with http:\/\//);
    expect(second.printed).toMatch(
      /WRONG {2}The name desk\.invalid in PUBLIC_URL cannot be found|WRONG {2}Nothing answers at PUBLIC_URL \(desk\.invalid\)/,
    );
    expect(second.printed).toMatch(/WRONG {2}Facebook cannot be reached at 127\.0\.0\.1:9/);
  });

  test("a database that is none, or damaged, is wrong, and one that is not there is not made", async () => {
    const folder = aFolder();
    const settings = throwAwaySettings({ port: 9, simulatorUrl: owned.sim.url, databasePath: join(folder, "desk.db") });
    expect((await runDeskCommand(settings, ["doctor"])).printed).toMatch(
      /note {3}There is no database at .* the first start makes it/,
    );
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, "desk.db"), "not a database".repeat(1_000));
    expect((await runDeskCommand(settings, ["doctor"])).printed).toMatch(
      /WRONG {2}The database at .* cannot be opened/,
    );
  });

  test("a database of an earlier version is looked at and left as it is", async () => {
    const databasePath = join(aFolder(), "old.db");
    const old = new Database(databasePath);
    old.exec("CREATE TABLE __drizzle_migrations (id INTEGER, hash TEXT, created_at NUMERIC)");
    old.exec("CREATE TABLE kept (word TEXT)");
    old.close();
    const settings = throwAwaySettings({ port: 9, simulatorUrl: owned.sim.url, databasePath });
    const { printed } = await runDeskCommand(settings, ["doctor"]);
    expect(printed).toMatch(/note {3}The next start brings the database up to date \(\d+ changes, from 0000_init\)/);
    const after = new Database(databasePath, { readonly: true });
    const tables = after.prepare("SELECT name FROM sqlite_master ORDER BY name").pluck().all();
    after.close();
    expect(tables).toEqual(["__drizzle_migrations", "kept"]);
  });
});

/** What is in the write-ahead log comes along. */
async function copyOf(from: string, to: string) {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}
