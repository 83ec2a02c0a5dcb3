import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SECRET_PLACEHOLDER, toCurl } from "./to-curl";

/** Runs the command with a `curl` that only prints its arguments, one a line. */
function run(command: string): string[] {
  const pretended = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync("sh", ["-c", pretended]).toString("utf8").split("\0").slice(0, -1);
}

describe("toCurl", () => {
  it.each([
    ['{"object":"page","entry":[]}'],
    [`{"text":"it's $HOME, \`id\`, \\"quoted\\", caf\\u00e9, 100 %"}`],
    ["two\nlines"],
  ])("sends exactly the body, with its signature: %s", (rawBody) => {
    const sent = run(toCurl({ url: "https://desk.example.test/api/webhook", rawBody, contentType: undefined }));
    expect(sent.at(-1)).toBe(rawBody);
    expect(sent).toContain("Content-Type: application/json");
    const hash = createHmac("sha256", SECRET_PLACEHOLDER).update(rawBody).digest("hex");
    expect(sent).toContain(`X-Hub-Signature-256: sha256=${hash}`);
  });

  it("lets nothing of an address run", () => {
    const url = "https://desk.example.test/'; touch /tmp/x; '";
    expect(run(toCurl({ url, rawBody: "{}", contentType: "text/plain" }))).toContain(url);
  });
});
