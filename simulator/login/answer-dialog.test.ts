import { describe, expect, it } from "vitest";
import type { Simulator } from "../simulator";
import { aSimulator, callGraph } from "../test-support/a-linked-page";

const REDIRECT_URI = "http://localhost:3000/callback";
const DANA = "9000000000000001";
const PAGES = ["200000000000001", "200000000000002", "200000000000003"];

function dialogUrl(simulator: Simulator, params: Record<string, string>): string {
  const query = new URLSearchParams({ client_id: simulator.settings.appId, redirect_uri: REDIRECT_URI, ...params });
  return `${simulator.url}/v26.0/dialog/oauth?${query}`;
}

/** Decides the dialog the way its form does; answers where it goes next. */
async function decide(
  simulator: Simulator,
  params: Record<string, string>,
  choices: Array<[string, string]>,
): Promise<URL> {
  const response = await fetch(dialogUrl(simulator, params), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(choices),
  });
  expect(response.status).toBe(302);
  return new URL(response.headers.get("location") ?? "");
}

async function exchange(simulator: Simulator, params: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ redirect_uri: REDIRECT_URI, ...params });
  const response = await fetch(`${simulator.url}/v26.0/oauth/access_token`, { method: "POST", body, headers });
  return {
    status: response.status,
    challenge: response.headers.get("www-authenticate"),
    body: (await response.json()) as { access_token?: string; expires_in?: number; error?: Record<string, unknown> },
  };
}

function client({ settings }: Simulator) {
  return { client_id: settings.appId, client_secret: settings.appSecret };
}

async function aUserToken(simulator: Simulator, scope: string, choices: Array<[string, string]>): Promise<string> {
  const back = await decide(simulator, { scope }, choices);
  const { body } = await exchange(simulator, { ...client(simulator), code: back.searchParams.get("code") ?? "" });
  return body.access_token ?? "";
}

describe("the dialog", () => {
  it("shows an error page and never redirects for a foreign redirect_uri or app id", async () => {
    const simulator = await aSimulator();
    const foreign = await fetch(dialogUrl(simulator, { redirect_uri: "https://evil.example.test/" }), {
      redirect: "manual",
    });
    expect(foreign.status).toBe(400);
    expect(await foreign.text()).toContain("URL blocked");
    const unknown = await fetch(dialogUrl(simulator, { client_id: "1" }), { redirect: "manual" });
    expect(await unknown.text()).toContain("Invalid App ID");
  });

  it("matches redirect_uri exactly when there is a list", async () => {
    const simulator = await aSimulator({ redirectUris: [REDIRECT_URI] });
    expect((await fetch(dialogUrl(simulator, {}))).status).toBe(200);
    expect((await fetch(dialogUrl(simulator, { redirect_uri: `${REDIRECT_URI}/` }))).status).toBe(400);
  });

  it("offers permissions and Pages only when Page permissions are asked", async () => {
    const simulator = await aSimulator();
    const signIn = await (await fetch(dialogUrl(simulator, { scope: "public_profile,email", as: DANA }))).text();
    expect(signIn).toContain("Continue as Dana Demo");
    expect(signIn).not.toContain('name="page"');
    const pages = await (await fetch(dialogUrl(simulator, { scope: "pages_messaging", as: DANA }))).text();
    expect(pages.match(/name="page"/g)).toHaveLength(3);
    expect(pages).toContain('value="pages_messaging" checked');
  });

  it("escapes what the address says", async () => {
    const simulator = await aSimulator();
    const html = await (await fetch(dialogUrl(simulator, { state: '"><script>alert(1)</script>' }))).text();
    expect(html).not.toContain("<script");
  });

  it("comes back with the refusal when cancelled", async () => {
    const simulator = await aSimulator();
    const back = await decide(simulator, { state: "k3J9" }, [["action", "cancel"]]);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error_reason: "user_denied",
      error: "access_denied",
      error_code: "200",
      error_description: "Permissions error",
      state: "k3J9",
    });
  });

  it("tells granted and denied scopes when asked", async () => {
    const simulator = await aSimulator();
    const params = { scope: "email,pages_messaging", response_type: "code,granted_scopes" };
    const back = await decide(simulator, params, [
      ["person", DANA],
      ["permission", "email"],
      ["action", "allow"],
    ]);
    expect(back.searchParams.get("granted_scopes")).toBe("public_profile,email");
    expect(back.searchParams.get("denied_scopes")).toBe("pages_messaging");
  });

  it("skips what was declined before unless asked again", async () => {
    const simulator = await aSimulator();
    const scope = "pages_show_list,pages_messaging";
    await decide(simulator, { scope }, [
      ["person", DANA],
      ["permission", "pages_show_list"],
      ["action", "allow"],
    ]);
    const silent = await (await fetch(dialogUrl(simulator, { scope, as: DANA }))).text();
    expect(silent).not.toContain('value="pages_messaging"');
    const again = await (await fetch(dialogUrl(simulator, { scope, as: DANA, auth_type: "rerequest" }))).text();
    expect(again).toContain('value="pages_messaging"');
  });

  it("keeps the Page consent when the same person later only signs in", async () => {
    const simulator = await aSimulator();
    await aUserToken(simulator, "pages_show_list", [
      ["person", DANA],
      ["grant", "all"],
      ["action", "allow"],
    ]);
    const token = await aUserToken(simulator, "email", [
      ["person", DANA],
      ["action", "allow"],
    ]);
    const accounts = await callGraph(simulator, token, "me/accounts?limit=100");
    expect(accounts.body.data).toHaveLength(2);
    expect(accounts.body.paging?.next).toBeDefined();
  });

  it("turns away people without a role while the app is in development", async () => {
    const simulator = await aSimulator({ mode: "development" });
    const sam = await fetch(dialogUrl(simulator, { as: "9000000000000002" }));
    expect(await sam.text()).toContain("App not active");
    expect((await fetch(dialogUrl(simulator, { as: DANA }))).status).toBe(200);
  });
});

describe("the code exchange", () => {
  it("takes the secret in the body or as HTTP Basic, by POST or GET", async () => {
    const simulator = await aSimulator();
    const { client_id, client_secret } = client(simulator);
    const code = async () =>
      (
        await decide(simulator, {}, [
          ["person", DANA],
          ["action", "allow"],
        ])
      ).searchParams.get("code") ?? "";
    const basic = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString("base64")}`;
    expect((await exchange(simulator, { code: await code() }, { authorization: basic })).status).toBe(200);
    const query = new URLSearchParams({ client_id, client_secret, redirect_uri: REDIRECT_URI, code: await code() });
    expect((await fetch(`${simulator.url}/oauth/access_token?${query}`)).status).toBe(200);
  });

  it("refuses as Meta words it", async () => {
    const simulator = await aSimulator();
    const back = await decide(simulator, {}, [
      ["person", DANA],
      ["action", "allow"],
    ]);
    const code = back.searchParams.get("code") ?? "";
    const right = { ...client(simulator), code };
    const refusal = async (params: Record<string, string>) => (await exchange(simulator, params)).body.error;
    expect(await refusal({ ...right, redirect_uri: "http://localhost/other" })).toMatchObject({
      code: 100,
      error_subcode: 36008,
    });
    expect(await refusal({ ...right, client_secret: "no" })).toMatchObject({ code: 1 });
    expect(await refusal({ ...right, client_id: "1" })).toMatchObject({ code: 101 });
    expect(await refusal({ ...right, redirect_uri: "" })).toMatchObject({ code: 191 });
    expect(await refusal({ ...right, code: "x" })).toMatchObject({ message: "Invalid verification code format." });
    expect(await refusal(right)).toBeUndefined();
    expect(await refusal(right)).toMatchObject({ code: 100, error_subcode: 36009 });
    expect((await exchange(simulator, right)).challenge).toContain('"invalid_code"');
  });

  it("lets a code grow too old", async () => {
    const simulator = await aSimulator();
    const back = await decide(simulator, {}, [
      ["person", DANA],
      ["action", "allow"],
    ]);
    await simulator.advance(11 * 60_000);
    const { body } = await exchange(simulator, { ...client(simulator), code: back.searchParams.get("code") ?? "" });
    expect(body.error).toMatchObject({ code: 100, error_subcode: 36007 });
  });
});

describe("what a token shows", () => {
  it("answers permissions, who it is, and what it is good for", async () => {
    const simulator = await aSimulator();
    const token = await aUserToken(simulator, "email,pages_show_list,pages_messaging", [
      ["person", DANA],
      ["permission", "email"],
      ["permission", "pages_show_list"],
      ["page", "200000000000002"],
      ["action", "allow"],
    ]);
    const me = await callGraph(simulator, token, "me?fields=id,name,email,picture");
    expect(me.body).toMatchObject({
      id: DANA,
      name: "Dana Demo",
      email: "dana.demo@example.test",
      picture: { data: {} },
    });
    const permissions = await callGraph(simulator, token, "me/permissions");
    expect(permissions.body.data).toContainEqual({ permission: "pages_messaging", status: "declined" });
    const accounts = await callGraph(simulator, token, "me/accounts?fields=name,picture{url}");
    expect(accounts.body.data).toEqual([
      {
        id: "200000000000002",
        name: "Casa Verde",
        picture: { data: { url: expect.stringContaining("/_simulator/avatars/") } },
      },
    ]);
    const { appId, appSecret } = simulator.settings;
    const debug = await callGraph(simulator, `${appId}|${appSecret}`, `debug_token?input_token=${token}`);
    expect(debug.body.data).toMatchObject({
      app_id: appId,
      type: "USER",
      is_valid: true,
      scopes: ["public_profile", "email", "pages_show_list"],
      user_id: DANA,
    });
  });

  it("lists 150 Pages over many answers, each once", async () => {
    const simulator = await aSimulator({ accountsPageSize: 40 });
    const mercer = simulator.user("Many Mercer");
    const token = mercer.grants().value;
    const ids: unknown[] = [];
    let after = "";
    for (;;) {
      const { body } = await callGraph(simulator, token, `me/accounts?fields=id&limit=100${after}`);
      ids.push(...(body.data ?? []).map(({ id }) => id));
      if (body.paging?.next === undefined) break;
      after = `&after=${body.paging.cursors.after}`;
    }
    expect(new Set(ids).size).toBe(150);
    expect(ids).toHaveLength(150);
  });

  it("leaves out Pages of a business without business_management, and all without pages_show_list", async () => {
    const simulator = await aSimulator();
    const bruno = simulator.user("Bruno Business");
    const names = async (permissions: string[]) => {
      for (const permission of [...bruno.user.grants.keys()]) bruno.removesPermission(permission);
      const { body } = await callGraph(simulator, bruno.grants({ permissions }).value, "me/accounts?fields=name");
      return body.data?.map(({ name }) => name);
    };
    expect(await names(["pages_show_list"])).toEqual(["Nord Kaffe"]);
    expect(await names(["pages_show_list", "business_management"])).toEqual(["Nord Kaffe", "Atelier Sur"]);
    expect(await names([])).toEqual([]);
  });

  it("dies as Meta says: expiry, password, removal, lost role, garbage", async () => {
    const simulator = await aSimulator();
    const dana = simulator.user("Dana Demo");
    const pageId = PAGES[0] ?? "";
    const death = async (token: string) => (await callGraph(simulator, token, "me")).body.error;
    const token = dana.grants();
    const page = dana.pageToken(token, pageId).value;
    dana.losesRole(pageId);
    expect(await death(page)).toMatchObject({ code: 190, error_subcode: 492 });
    expect(await death(token.value)).toBeUndefined();
    dana.regainsRole(pageId);
    expect(await death(page)).toBeUndefined();
    await simulator.advance(61 * 24 * 3_600_000);
    expect(await death(token.value)).toMatchObject({ code: 190, error_subcode: 463 });
    expect(await death(page)).toBeUndefined();
    dana.changesPassword();
    expect(await death(page)).toMatchObject({ code: 190, error_subcode: 460 });
    const next = dana.grants().value;
    dana.removesApp();
    expect(await death(next)).toMatchObject({ code: 190, error_subcode: 458 });
    expect(await death("EAAgarbage")).toMatchObject({
      code: 190,
      message: "Invalid OAuth access token - Cannot parse access token",
    });
    expect(await death("")).toMatchObject({ code: 104 });
  });

  it("checks a proof whenever one is given, and demands it when required", async () => {
    const simulator = await aSimulator();
    const token = simulator.user("Dana Demo").grants().value;
    expect((await callGraph(simulator, token, "me?appsecret_proof=00")).body.error).toMatchObject({
      code: 100,
      type: "GraphMethodException",
      message: "Invalid appsecret_proof provided in the API argument",
    });
    simulator.app.setRequireProof(true);
    expect((await callGraph(simulator, token, "me")).body.error).toMatchObject({
      message: "API calls from the server require an appsecret_proof argument",
    });
  });
});
