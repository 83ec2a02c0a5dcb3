import Database from "better-sqlite3";
import { PAGE_PERMISSIONS } from "@/lib/pages/consent-permissions";
import type { World } from "./e2e-world";
import { eventually } from "./eventually";
import { anEntrySaying, aRareEntrySaying } from "./hostile-events";
import { CASA_VERDE, DANA, HARBOR_BIKES, NORD_KAFFE } from "./owned-desk";
import { postSigned, rawRequest } from "./signed-post";
import { EVERYTHING, HOSTILE_PAGE, XSS_CORPUS } from "./xss-corpus";

/** What a header can carry. */
const IN_HEADERS = XSS_CORPUS.filter((text) => /^[\x20-\x7e]+$/.test(text));
/** Opening a thread takes its time: some texts share one, the first of them names it. */
export const TEXTS_A_THREAD = 6;
const PERMISSIONS = [...PAGE_PERMISSIONS, "page_utility_messaging"];

type Conversation = { id: string; psid: string; displayName: string | null };
type Notification = { id: string; outcome: string; fields: string[]; sizeBytes: number };
type Api = ReturnType<typeof apiOf>;

/**
 * Puts the corpus into everything that strangers, Pages, Meta and colleagues can write: for each of its texts a person of
 * that name whose every message, tap and attachment says it, and answers that Meta refuses in these words.
 */
export async function fillWithHostileTexts(world: World) {
  const { sim, desk } = world;
  const api = apiOf(world);
  for (const pageId of [HARBOR_BIKES, CASA_VERDE, NORD_KAFFE]) {
    sim.page(pageId).page.name = pageId === HARBOR_BIKES ? HOSTILE_PAGE : EVERYTHING;
    const { value: token } = sim.user(DANA).issuesPageToken(pageId, { permissions: PERMISSIONS });
    await api.call("POST", "/api/pages/token", { token });
  }
  await api.call("PUT", "/api/settings/privacy", { text: EVERYTHING });
  addTemplates(world);

  const psids = XSS_CORPUS.map((text, index) => {
    sim.addPerson({ key: `hostile-${index}`, name: text });
    const person = sim.person(`hostile-${index}`, HARBOR_BIKES);
    person.says(text);
    return person.psid;
  });
  await sim.settled();
  const post = (body: unknown, userAgent: string) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, text, { "user-agent": userAgent });
  };
  await Promise.all(
    XSS_CORPUS.map((text, index) => {
      const psid = psids[index - (index % TEXTS_A_THREAD)] ?? "";
      const isLast = index % TEXTS_A_THREAD === TEXTS_A_THREAD - 1 || index === XSS_CORPUS.length - 1;
      const together = XSS_CORPUS.slice(index - (index % TEXTS_A_THREAD), index + 1).join(" | ");
      const rare = isLast ? [aRareEntrySaying(together, { psid, index })] : [];
      const entry = [anEntrySaying(text, { psid, index }), ...rare];
      return post({ object: "page", entry }, IN_HEADERS[index % IN_HEADERS.length] ?? "");
    }),
  );
  // Of these only a sample is kept.
  for (const text of IN_HEADERS.slice(0, 4)) {
    const body = JSON.stringify({ object: text, entry: [{ id: text, [text]: EVERYTHING }] });
    await rawRequest(`${desk.url}/api/webhook`, { body, headers: { "user-agent": text, "x-hub-signature-256": text } });
    await post(`${text}${EVERYTHING}`, text);
    await post({ object: text, entry: [{ id: text }] }, text);
  }
  const conversations = await namedConversations(api, psids);
  const refusals = await haveAnswersRefused(world, api, conversations);
  await sendFiles(api, conversations[0]?.id ?? "");
  await api.call("POST", "/api/replays", { since: 0, dryRun: true });
  const user = renameOwner(world);
  const notifications = await api.list<Notification>("/api/notifications", "notifications");
  return { api, conversations, notifications, user, refusals };
}

/** A colleague's name comes from Facebook too. */
function renameOwner({ desk }: World): string {
  const name = "Dana <script>xss()</script> {name} {{7*7}}";
  const db = new Database(desk.databasePath);
  db.prepare("UPDATE users SET name = ?").run(name);
  db.close();
  return name;
}

function addTemplates({ sim }: World) {
  for (const [index, text] of XSS_CORPUS.entries()) {
    const id = `5550000000${index}`;
    const buttons = [{ type: "URL", text, url: text }];
    const components = [
      { type: "HEADER", format: "TEXT", text },
      { type: "BODY", text: `${text} {{1}} ${text}`, example: { body_text: [[text]] } },
      { type: "BUTTONS", buttons },
    ];
    const more = { language: text, category: text, parameterFormat: "POSITIONAL", status: "REJECTED" } as const;
    sim.state.templates.set(id, { id, pageId: HARBOR_BIKES, name: text, components, rejectedReason: text, ...more });
  }
}

/** Conversations in the order of the corpus, once Meta has told the names. */
async function namedConversations(api: Api, psids: readonly string[]) {
  return eventually(async () => {
    const found = await api.list<Conversation>("/api/conversations", "conversations");
    return psids.map((psid, index) => {
      const conversation = found.find((each) => each.psid === psid);
      if (!conversation?.displayName) throw new Error(`Nothing of ${psid} yet.`);
      return { ...conversation, name: conversation.displayName, text: XSS_CORPUS[index] ?? "" };
    });
  });
}

/**
 * In each thread that is looked at somebody answers with its texts, and Meta says no in the same words.
 * @returns what Meta says
 */
async function haveAnswersRefused({ sim }: World, api: Api, conversations: readonly { id: string; text: string }[]) {
  const threads = conversations.filter((_, index) => index % TEXTS_A_THREAD === 0);
  const answers = threads.map(({ id }, index) => {
    const first = index * TEXTS_A_THREAD;
    return { id, text: XSS_CORPUS.slice(first, first + TEXTS_A_THREAD).join(" | ") };
  });
  await inSmallGroups(answers, async ({ id, text }) => {
    sim.faults.failNext({ operation: "messages", code: 100, message: `Refused: ${text}`, type: text });
    const quickReplies = [{ type: "text", title: text.trim().slice(0, 20), payload: text.slice(0, 1_000) }];
    await api.call("POST", `/api/conversations/${id}/messages`, { clientId: `answer-${id}`, text, quickReplies });
  });
  await eventually(async () => {
    const errors = await api.list("/api/delivery-errors", "errors");
    if (errors.length < answers.length) throw new Error(`${errors.length} of ${answers.length} failed.`);
  });
  return answers.map(({ text }) => `Refused: ${text}`);
}

/** Files with names from the corpus, in one thread. */
async function sendFiles(api: Api, conversationId: string) {
  const path = `/api/conversations/${conversationId}`;
  const names = XSS_CORPUS.filter((text, index) => index % 15 === 0 && text.length < 200);
  await inSmallGroups(names, async (name, index) => {
    const filename = encodeURIComponent(`${name}.pdf`);
    // The same file twice is uploaded once.
    const bytes = Buffer.from(`%PDF-1.4\n${index}`);
    const file = await api.send("POST", `${path}/attachments?filename=${filename}`, bytes, "application/pdf");
    const { upload } = (await file.json()) as { upload: { attachmentId: string } };
    const attachment = { attachmentId: upload.attachmentId };
    await api.call("POST", `${path}/messages`, { clientId: `file-${index}`, attachment });
  });
}

const AT_ONCE = 2;

async function inSmallGroups<T>(items: readonly T[], act: (item: T, index: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < items.length; first += AT_ONCE) {
    await Promise.all(items.slice(first, first + AT_ONCE).map((item, place) => act(item, first + place)));
  }
}

function apiOf({ desk, cookieHeader }: World) {
  async function send(method: string, path: string, body?: Buffer | string, type = "application/json") {
    const headers = { cookie: cookieHeader, origin: desk.url, "content-type": type };
    const init = body === undefined ? {} : { body: typeof body === "string" ? body : new Uint8Array(body) };
    const response = await fetch(`${desk.url}${path}`, { method, headers, ...init });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
  const call = (method: string, path: string, body?: object) =>
    send(method, path, body === undefined ? undefined : JSON.stringify(body));
  async function list<T>(path: string, name: string): Promise<T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const more: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const answer = (await (await call("GET", `${path}?limit=200${more}`)).json()) as Record<string, unknown>;
      items.push(...(answer[name] as T[]));
      cursor = answer.nextCursor as string | null;
    }
    return items;
  }
  return { send, call, list };
}
