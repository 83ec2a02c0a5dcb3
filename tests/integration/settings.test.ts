import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serverFile } from "../../scripts/lib/build-id.mjs";
import { throwAwaySettings } from "../../scripts/lib/throw-away-settings.mjs";
import { startDesk } from "../support/start-desk";

/** Starts the built desk and waits until it gives up. */
function startWith(change: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const databasePath = join(mkdtempSync(join(tmpdir(), "pagedesk-settings-")), "desk.db");
  const settings = throwAwaySettings({ port: 0, simulatorUrl: "http://localhost:9", databasePath });
  return new Promise((resolve) => {
    const env = { ...process.env, ...settings, NODE_ENV: "production" as const, ...change };
    const child = spawn(process.execPath, [serverFile], { env, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (printed += text));
    child.once("close", (code) => resolve({ code, printed }));
  });
}

test.each([
  ["PUBLIC_URL", "", "https://desk.example.test"],
  ["PUBLIC_URL", "my-desk.internal", "https://desk.example.test"],
  ["AUTH_SECRET", "short", "32 bytes"],
  ["ENCRYPTION_KEY", "c2hvcnQ=", "32 bytes in base64"],
  ["FACEBOOK_APP_ID", "my app", "digits"],
  ["FACEBOOK_APP_SECRET", "", "app"],
  ["FACEBOOK_VERIFY_TOKEN", "", "webhook"],
  ["GRAPH_API_URL", "graph", "https://"],
  ["GRAPH_API_VERSION", "26", "v26.0"],
  ["DATABASE_URL", "postgres://x", "file:"],
  ["PORT", "many", "3000"],
  ["SETUP_TOKEN", "abc", "16"],
])("start is refused when %s is %j, saying what it should look like", async (name, value, hint) => {
  const { code, printed } = await startWith({ [name]: value });
  expect(code).toBe(1);
  expect(printed).toContain(name);
  expect(printed).toContain(hint);
  expect(printed).not.toMatch(/\n\s+at /);
  if (value.length > 8) expect(printed).not.toContain(value);
});

test("start is refused where others reach the desk and a secret can be guessed; the value is not told", async () => {
  const { code, printed } = await startWith({
    PUBLIC_URL: "https://desk.harborbikes.com",
    SETUP_TOKEN: "setup-token-setup-token",
    FACEBOOK_APP_SECRET: "77777777777777777777777777777777",
  });
  expect(code).toBe(1);
  expect(printed).toMatch(/^SETUP_TOKEN is a placeholder: /m);
  expect(printed).toMatch(/^FACEBOOK_APP_SECRET is one character repeated: /m);
  expect(printed).not.toMatch(/setup-token|7777|\n\s+at /);
});

test("on this machine the same is a line of warning each, and the desk starts", async () => {
  const AUTH_SECRET = "change-me-".repeat(4);
  await using desk = await startDesk({ simulatorUrl: "http://localhost:9", env: { AUTH_SECRET } });
  const warnings = desk
    .logs()
    .split("\n")
    .filter((line) => line.includes('"setting":"AUTH_SECRET"'));
  expect(warnings).toEqual([expect.stringContaining("AUTH_SECRET is a placeholder: ")]);
  expect(desk.logs()).not.toContain("change-me");
});

test("a database that cannot be opened is a sentence, not a stack", async () => {
  const { code, printed } = await startWith({ DATABASE_URL: "file:/dev/null/desk.db" });
  expect(code).toBe(1);
  expect(printed).toMatch(/DATABASE_URL: .*cannot be opened/);
});

test("a port that is taken is a sentence, not a stack", async () => {
  const other = createServer().listen(0);
  const { port } = other.address() as AddressInfo;
  const { code, printed } = await startWith({ PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(printed).toContain(`Port ${port} is taken`);
});
