import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "../../lib/abuse/limits";
import { DeskClient } from "../support/desk-client";
import { DANA, startOwnedDesk } from "../support/owned-desk";
import { aColleague, PASSWORD } from "../support/staff";

/** How often somebody may ask, and what they are told then. One proxy of ours stands in front: it says who is calling. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [], env: { TRUSTED_PROXIES: "1" } });
});
afterAll(() => owned?.end());

const from = (ip: string, headers: Record<string, string> = {}) => ({ "x-forwarded-for": ip, ...headers });
const get = (path: string, ip: string, headers: Record<string, string> = {}) =>
  fetch(`${owned.desk.url}${path}`, { headers: from(ip, headers), redirect: "manual" });

/** Asks that often, a few at a time, and answers how often each status came. */
async function repeat(count: number, ask: () => Promise<Response>) {
  const statuses: Record<number, number> = {};
  let left = count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const response = await ask();
      await response.arrayBuffer();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return statuses;
}

async function expectTooMany(response: Response) {
  expect(response.status).toBe(429);
  const seconds = Number(response.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(3_600);
  return response;
}

describe("requests to the API of nobody", () => {
  test("are refused with 429 after so many, whatever they carry; others go on", { timeout: 120_000 }, async () => {
    const guess = (ip: string) => get("/api/me", ip, { authorization: "Bearer guessed" });
    expect(await repeat(LIMITS.apiRefused.points, () => guess("203.0.113.1"))).toEqual({
      401: LIMITS.apiRefused.points,
    });
    const refused = await expectTooMany(await guess("203.0.113.1"));
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({ code: "too_many_requests", status: 429 });
    expect((await get("/api/nothing-here", "203.0.113.1")).status).toBe(429);
    // Another address, somebody who is signed in at the same one, and what stands before the last proxy's word.
    expect((await guess("203.0.113.2")).status).toBe(401);
    expect((await get("/api/me", "203.0.113.1", { cookie: owned.client.cookieHeader })).status).toBe(200);
    expect((await guess("203.0.113.2, 203.0.113.1")).status).toBe(429);
    expect((await guess("203.0.113.1, 203.0.113.2")).status).toBe(401);
    expect((await get("/api/health", "203.0.113.1")).status).toBe(200);
  });
});

describe("signing in", () => {
  test("waits after too many failures from one address, and says so on the sign-in page", async () => {
    const cancel = (ip: string) => get("/api/auth/callback/facebook?error=access_denied&state=x", ip);
    const statuses = await repeat(LIMITS.signInByAddress.points, () => cancel("203.0.113.11"));
    expect(statuses).toEqual({ 302: LIMITS.signInByAddress.points });
    const refused = await cancel("203.0.113.11");
    expect([refused.status, refused.headers.get("location")]).toEqual([
      303,
      `${owned.desk.url}/sign-in?error=TooManyRequests`,
    ]);
    const page = await get("/sign-in?error=TooManyRequests", "203.0.113.11");
    expect(await page.text()).toContain("Too many attempts to sign in");
    expect((await cancel("203.0.113.12")).headers.get("location")).not.toContain("TooManyRequests");
    const password = { method: "POST", body: new URLSearchParams({ email: "a@b.test", password: "x" }) };
    const posted = await fetch(`${owned.desk.url}/api/auth/callback/password`, {
      ...password,
      headers: from("203.0.113.11"),
      redirect: "manual",
    });
    await expectTooMany(posted);
    expect(await posted.json()).toMatchObject({ code: "too_many_requests" });
  });

  test("to one account waits after too many wrong passwords from wherever, and only a session makes them forgotten", async () => {
    let tried = 0;
    const guess = (fields: Record<string, string> = {}, cookie = "") => {
      tried += 1;
      return fetch(`${owned.desk.url}/api/auth/callback/password`, {
        method: "POST",
        body: new URLSearchParams({
          email: "Ana@example.test",
          password: `guess-number-${tried}`,
          json: "true",
          ...fields,
        }),
        headers: from(`198.51.100.${tried}`, { cookie }),
        redirect: "manual",
      });
    };
    const csrf = await fetch(`${owned.desk.url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const cookie = csrf.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    for (let i = 0; i < LIMITS.signInByAccount.points; i += 2) {
      expect((await guess({ csrfToken }, cookie)).status).toBe(401);
      // Sent back without its password having been looked at.
      expect((await guess()).headers.get("set-cookie") ?? "").not.toContain("session-token");
    }
    const refused = await expectTooMany(await guess({ csrfToken }, cookie));
    expect(await refused.json()).toMatchObject({ code: "too_many_requests" });
    expect((await guess({ csrfToken, email: "another@example.test" }, cookie)).status).toBe(401);
  });

  const SPELLINGS = ["callback/pass%77ord", "c%61llback/password"];
  test.each(SPELLINGS)("is counted however its address is spelt: %s", async (spelling) => {
    const ip = `203.0.113.${41 + SPELLINGS.indexOf(spelling)}`;
    const path = `${owned.desk.url}/api/auth/${spelling}`;
    let tried = 0;
    const guess = () => {
      tried += 1;
      const body = new URLSearchParams({ email: `${tried}@example.test`, password: "x" });
      return fetch(path, { method: "POST", headers: from(ip), body, redirect: "manual" });
    };
    await repeat(LIMITS.signInByAddress.points, guess);
    await expectTooMany(await guess());
  });

  test("is counted for the account that is tried, however the fields are sent", async () => {
    let tried = 0;
    const post = (body: string, contentType = "application/x-www-form-urlencoded") => {
      tried += 1;
      const headers = from(`192.0.2.${tried}`, { "content-type": contentType });
      const path = `${owned.desk.url}/api/auth/callback/password`;
      return fetch(path, { method: "POST", body, headers, redirect: "manual" });
    };
    const twice = () => post(`email=${tried}@example.test&email=twice@example.test&password=x`);
    for (let i = 0; i < LIMITS.signInByAccount.points; i += 1) expect((await twice()).status).not.toBe(429);
    await expectTooMany(await twice());
    // What is no form has no fields: its passwords are not looked at.
    const csrf = await fetch(`${owned.desk.url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const json = await post(JSON.stringify({ csrfToken, email: "a@b.test", password: "x" }), "application/json");
    expect([json.status, json.headers.get("location")]).toEqual([302, `${owned.desk.url}/api/auth/signin?csrf=true`]);
  });

  test("has no other ways: nothing of it can be called that the desk does not use", async () => {
    for (const path of ["_log", "callback/password/x", "verify-request"]) {
      const post = { method: "POST", headers: from("203.0.113.51"), body: new URLSearchParams({ code: "written" }) };
      expect((await fetch(`${owned.desk.url}/api/auth/${path}`, post)).status).toBe(404);
    }
  });

  test("never waits while it succeeds", { timeout: 120_000 }, async () => {
    for (let i = 0; i < LIMITS.signInByAddress.points + 5; i += 1) {
      const client = new DeskClient(owned.desk);
      await client.signIn({ person: DANA });
      expect(await client.get("/api/me")).toMatchObject({ status: 200 });
    }
  });
});

test("whoever finds somebody signed in cannot try out their password; knowing it makes the tries forgotten", async () => {
  const { client, email } = await aColleague(owned, { role: "agent" });
  const change = (current: string, password = "another long password") =>
    client.put("/api/me/password", { current, password });
  expect((await change("wrong")).status).toBe(422);
  expect((await change(PASSWORD, PASSWORD)).status).toBe(204);
  for (let i = 0; i < LIMITS.ownPassword.points; i += 1) expect((await change("wrong")).status).toBe(422);
  expect(await change(PASSWORD)).toMatchObject({ status: 429, body: { code: "too_many_requests" } });
  expect(await new DeskClient(owned.desk).signInWithPassword(email, PASSWORD)).toBe(true);
});

test("the status of a data deletion is told to one address so often a minute", async () => {
  const look = (ip: string) => get("/data-deletion?code=guess", ip);
  expect(await repeat(LIMITS.deletionStatus.points, () => look("203.0.113.21"))).toEqual({
    200: LIMITS.deletionStatus.points,
  });
  await expectTooMany(await look("203.0.113.21"));
  expect((await look("203.0.113.22")).status).toBe(200);
});

test("set-up tokens cannot be tried out: after some wrong ones the right one does not pass either, from there", async () => {
  const wrong = () => get("/setup?token=wrong-token-wrong-token", "203.0.113.31");
  expect(await repeat(LIMITS.setupToken.points, wrong)).toEqual({ 200: LIMITS.setupToken.points });
  await expectTooMany(await wrong());
  const right = `/setup?token=${owned.desk.settings.setupToken}`;
  await expectTooMany(await get(right, "203.0.113.31"));
  await expectTooMany(await get("/setup", "203.0.113.31", { cookie: "pagedesk.setup=wrong" }));
  expect((await get(right, "203.0.113.32")).status).toBe(200);
  expect((await get("/setup", "203.0.113.31")).status).toBe(200);
});
