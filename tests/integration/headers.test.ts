import { readdirSync } from "node:fs";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BASE_HEADERS } from "../../lib/http/base-headers.mjs";
import { type Desk, startDesk } from "../support/start-desk";

/** What every answer carries, whoever gives it. */
let plain: Desk;
let secure: Desk;
beforeAll(async () => {
  const simulatorUrl = "http://localhost:9";
  [plain, secure] = await Promise.all([
    startDesk({ simulatorUrl }),
    startDesk({
      simulatorUrl,
      env: { PUBLIC_URL: "https://desk.example.test", FACEBOOK_APP_SECRET: "5f2c9a7be01d4836a1c7d9e8" },
    }),
  ]);
});
afterAll(async () => {
  await plain?.dispose();
  await secure?.dispose();
});

type Ask = { method?: string; headers?: Record<string, string>; body?: string };

/** Headers as they came, a repeated one in a list. */
function ask(desk: Desk, path: string, { method = "GET", headers = {}, body }: Ask = {}) {
  return new Promise<{ status: number; headers: Record<string, string[]> }>((resolve, reject) => {
    const sent = request(`${desk.url}${path}`, { method, headers, agent: false }, (response) => {
      const found: Record<string, string[]> = {};
      for (let at = 0; at < response.rawHeaders.length; at += 2) {
        const name = response.rawHeaders[at]?.toLowerCase() ?? "";
        found[name] = [...(found[name] ?? []), response.rawHeaders[at + 1] ?? ""];
      }
      response.resume().on("end", () => resolve({ status: response.statusCode ?? 0, headers: found }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const [chunk = ""] = readdirSync(".next/static/chunks").filter((file) => file.endsWith(".js"));
const NO_PAGE: [what: string, path: string, status: number, how?: Ask][] = [
  ["an answer of the API", "/api/health", 200],
  ["a refusal of the API", "/api/me", 401],
  ["an address of the API that is none", "/api/nothing", 404],
  ["an answer of next-auth", "/api/auth/csrf", 200],
  ["the webhook refusing", "/api/webhook", 401, { method: "POST", body: "{}" }],
  ["the webhook's handshake", "/webhook?hub.mode=subscribe", 400],
  ["another method at the webhook", "/webhook", 405, { method: "PUT" }],
  ["a script", `/_next/static/chunks/${chunk}`, 200],
  ["a script that is not there", "/_next/static/chunks/none.js", 404],
  ["an image", "/icon.svg", 200],
];
const PAGES: [what: string, path: string, status: number, how?: Ask][] = [
  ["a page", "/sign-in", 200],
  ["a redirect", "/inbox", 307],
  ["a page that is not there", "/nothing/here", 404],
];

describe.each(["over http", "over https"])("%s", (how) => {
  const desk = () => (how === "over https" ? secure : plain);

  test.each([...NO_PAGE, ...PAGES])("%s carries every header once (%s)", async (_, path, status, options) => {
    const answer = await ask(desk(), path, options);
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(BASE_HEADERS)) expect(answer.headers[name], name).toEqual([value]);
    const hsts = answer.headers["strict-transport-security"];
    expect(hsts).toEqual(how === "over https" ? ["max-age=63072000"] : undefined);
  });

  test.each(NO_PAGE)("%s may do nothing by itself (%s)", async (_, path, __, options) => {
    const { headers } = await ask(desk(), path, options);
    expect(headers["content-security-policy"]).toEqual(["default-src 'none'; frame-ancestors 'none'"]);
  });

  test.each(PAGES.filter(([, , status]) => status !== 307))("%s has one policy with a nonce (%s)", async (_, path) => {
    const { headers } = await ask(desk(), path);
    const [policy = "", ...others] = headers["content-security-policy"] ?? [];
    expect(others).toEqual([]);
    const rules = policy.split("; ");
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-src 'none'",
      "worker-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self' http://localhost:9",
    ]) {
      expect(rules).toContain(rule);
    }
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{40,}' 'strict-dynamic';/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(rules.includes("upgrade-insecure-requests")).toBe(how === "over https");
  });
});

test("cookies that sign somebody in are out of reach of scripts, and behind TLS go over TLS only", async () => {
  const { headers } = await ask(secure, "/setup?token=some-token-or-other");
  expect(headers["set-cookie"]?.join()).toMatch(/pagedesk\.setup=[^;]*;.*Secure; HttpOnly; SameSite=lax/i);
});
