import type { Desk } from "./start-desk";

type Json = Record<string, unknown> | unknown[];
export type Answer<T> = { status: number; headers: Headers; body: T };

/** What is not answered by then never will be. */
const PATIENCE_MS = 60_000;

/** A browser without a screen: keeps cookies, follows redirects step by step, and sends the Origin a page of the desk would. */
export class DeskClient {
  readonly #cookies = new Map<string, string>();
  /** Origin sent with calls that change something; null sends none. */
  origin: string | null;

  constructor(private readonly desk: Pick<Desk, "url">) {
    this.origin = desk.url;
  }

  /** Cookies as a browser would send them to the desk. */
  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.#call<T>("GET", path);
  }

  async post<T = unknown>(path: string, body?: Json): Promise<Answer<T>> {
    return this.#call<T>("POST", path, body);
  }

  async put<T = unknown>(path: string, body: Json): Promise<Answer<T>> {
    return this.#call<T>("PUT", path, body);
  }

  async delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.#call<T>("DELETE", path);
  }

  /** Signs in through next-auth and the login dialog. With `setupToken` as the first owner. */
  async signIn({ person, setupToken }: { person: string; setupToken?: string }): Promise<void> {
    if (setupToken) await this.#visit(`${this.desk.url}/setup?token=${setupToken}`);
    const { body } = await this.get<{ csrfToken: string }>("/api/auth/csrf");
    const form = new URLSearchParams({ csrfToken: body.csrfToken, callbackUrl: "/inbox", json: "true" });
    const signin = await this.fetch(`${this.desk.url}/api/auth/signin/facebook`, { method: "POST", body: form });
    const { url } = (await signin.json()) as { url: string };
    await this.#throughDialog(url, { person });
  }

  /** Signs in through next-auth with an address and a password. @returns whether that let them in */
  async signInWithPassword(email: string, password: string): Promise<boolean> {
    const { body } = await this.get<{ csrfToken: string }>("/api/auth/csrf");
    const form = new URLSearchParams({
      csrfToken: body.csrfToken,
      email,
      password,
      callbackUrl: "/inbox",
      json: "true",
    });
    const answer = await this.#visit(`${this.desk.url}/api/auth/callback/password`, { method: "POST", body: form });
    return answer.ok && (await this.get("/api/me")).status === 200;
  }

  /** Lets the desk manage Pages: all of them, or those given. Answers where the desk then sends the browser. */
  async consent(choice: {
    person: string;
    pages?: string[];
    permissions?: string[];
    action?: "cancel";
  }): Promise<string> {
    const dialog = await this.#visit(`${this.desk.url}/api/pages/connect`);
    return this.#throughDialog(dialog.headers.get("location") ?? "", choice);
  }

  /** One request with the cookies so far, redirects not followed. @throws naming what was not answered within a minute */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (url.startsWith(this.desk.url)) headers.set("cookie", this.cookieHeader);
    const response = await answerOf(url, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  /** Goes where a page leads, and reads what stands there to its end, as a browser does. */
  async #visit(url: string, init?: RequestInit): Promise<Response> {
    const response = await this.fetch(url, init);
    await response.arrayBuffer();
    return response;
  }

  #keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const name = pair.slice(0, pair.indexOf("="));
    const value = pair.slice(pair.indexOf("=") + 1);
    if (value === "" || /max-age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  async #throughDialog(
    dialogUrl: string,
    {
      person,
      pages,
      permissions,
      action = "allow",
    }: { person: string; pages?: string[]; permissions?: string[]; action?: string },
  ): Promise<string> {
    const form = new URLSearchParams({ person, action });
    if (!pages && !permissions) form.set("grant", "all");
    for (const page of pages ?? []) form.append("page", page);
    for (const permission of permissions ?? []) form.append("permission", permission);
    const answered = await answerOf(dialogUrl, { method: "POST", body: form });
    await answered.arrayBuffer();
    const back = await this.#visit(answered.headers.get("location") ?? "");
    return back.headers.get("location") ?? "";
  }

  async #call<T>(method: string, path: string, body?: Json): Promise<Answer<T>> {
    const headers = new Headers();
    if (body !== undefined) headers.set("content-type", "application/json");
    if (method !== "GET" && this.origin !== null) headers.set("origin", this.origin);
    const response = await this.fetch(`${this.desk.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }
}

async function answerOf(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), ...init, redirect: "manual" });
  } catch (error) {
    throw new Error(`${init.method ?? "GET"} ${url} was not answered.`, { cause: error });
  }
}
