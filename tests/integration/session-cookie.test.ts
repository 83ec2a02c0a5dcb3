import { afterEach, expect, test } from "vitest";
import { DeskClient } from "../support/desk-client";
import { runDeskCommand } from "../support/run-desk-command";
import { type Desk, startDesk } from "../support/start-desk";

/** What the browser is told about the cookie that lets somebody in. */
let desk: Desk;
afterEach(() => desk?.dispose());

async function signInAt(publicUrl: string | null): Promise<{ cookie: string; status: number }> {
  desk = await startDesk({
    simulatorUrl: "http://localhost:9",
    env: publicUrl === null ? {} : { PUBLIC_URL: publicUrl },
  });
  const { printed } = await runDeskCommand(desk.settings.env, ["owner", "--email", "dana@example.com"]);
  const [, token] = /\/join#(\S+)/.exec(printed) ?? [];
  const client = new DeskClient(desk);
  client.origin = publicUrl ?? desk.url;
  const password = "a long enough password";
  await client.post("/api/invitations/accept", {
    token: token ?? "",
    name: "Dana",
    email: "dana@example.com",
    password,
  });
  const { body } = await client.get<{ csrfToken: string }>("/api/auth/csrf");
  const form = new URLSearchParams({ ...body, email: "dana@example.com", password, json: "true" });
  const answer = await client.fetch(`${desk.url}/api/auth/callback/password`, { method: "POST", body: form });
  const cookie = answer.headers.getSetCookie().find((each) => each.includes("session-token")) ?? "";
  return { cookie, status: (await client.get("/api/me")).status };
}

test("behind TLS only this host can set it, no script can read it, and it is sent over TLS alone", async () => {
  const { cookie, status } = await signInAt("https://desk.example.test");
  expect(cookie).toMatch(/^__Secure-next-auth\.session-token=/);
  for (const attribute of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i]) {
    expect(cookie).toMatch(attribute);
  }
  expect(cookie).not.toMatch(/; Domain=/i);
  expect(status).toBe(200);
});

test("on this machine it works without TLS", async () => {
  const { cookie, status } = await signInAt(null);
  expect(cookie).toMatch(/^next-auth\.session-token=.*; HttpOnly; SameSite=Lax/i);
  expect(status).toBe(200);
});
