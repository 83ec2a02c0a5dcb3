import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { needsBodyFile, SECRET_PLACEHOLDER, toCurl } from "./to-curl";

const request = {
  url: "https://desk.example.test/api/webhook",
  contentType: undefined,
  fileName: "notification-7.json",
  fileNote: "Download it first.",
};
const hmac = (body: string | Buffer) => createHmac("sha256", SECRET_PLACEHOLDER).update(body).digest("hex");

/** Runs the command with a `curl` that only tells its arguments and its standard input. */
function run(command: string, cwd?: string): { args: string[]; stdin: string } {
  const pretended = `curl() { printf '%s\\0' "$@"; cat; }\n${command}`;
  const told = execFileSync("sh", ["-c", pretended], { cwd, input: "" }).toString("utf8").split("\0");
  return { args: told.slice(0, -1), stdin: told.at(-1) ?? "" };
}

describe("toCurl", () => {
  it.each([
    ['{"object":"page","entry":[]}'],
    [`{"text":"it's $HOME, \`id\`, $(id), \\"quoted\\", caf\\u00e9, café 🚲, 100 %s"}`],
    ["two\nlines\n"],
    ["@/etc/hostname"],
    ["@-"],
    ["-K/etc/hostname"],
    ["''; id; '"],
    ["back\\slash \\n \\\\"],
    [""],
  ])("sends exactly the body, with its signature: %j", (rawBody) => {
    const { args, stdin } = run(toCurl({ ...request, rawBody }));
    expect(stdin).toBe(rawBody);
    expect(args).toEqual([
      ...["-X", "POST", request.url],
      ...["-H", "Content-Type: application/json"],
      ...["-H", `X-Hub-Signature-256: sha256=${hmac(rawBody)}`],
      ...["--data-binary", "@-"],
    ]);
  });

  it.each([
    ["large", "é".repeat(50_001)],
    ["with a NUL", "a\0b"],
    ["with what ends a paste", "a\u001b[201~b"],
    ["with a carriage return", "a\r\nb"],
    ["not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]).toString("utf8")],
  ])("takes a body from the downloaded file: %s", (_, rawBody) => {
    const command = toCurl({ ...request, rawBody });
    expect(command.split("\n")[0]).toBe("# Download it first.");
    expect(command).not.toContain(rawBody);
    const folder = mkdtempSync(join(tmpdir(), "to-curl-"));
    const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
    writeFileSync(join(folder, request.fileName), bytes);
    const { args } = run(command, folder);
    rmSync(folder, { recursive: true });
    expect(args).toContain(`X-Hub-Signature-256: sha256=${hmac(bytes)}`);
    expect(args.slice(-2)).toEqual(["--data-binary", "@notification-7.json"]);
  });

  it("keeps up to 100 KB of plain text in the command", () => {
    expect(needsBodyFile("é".repeat(50_000))).toBe(false);
    expect(needsBodyFile("tab\tand\nline")).toBe(false);
  });

  it("lets nothing of an address or a content type run", () => {
    const url = "https://desk.example.test/'; touch /tmp/x; '";
    const contentType = "text/plain'; id; '$(id)";
    const { args } = run(toCurl({ ...request, url, rawBody: "{}", contentType }));
    expect(args).toContain(url);
    expect(args).toContain(`Content-Type: ${contentType}`);
  });
});
