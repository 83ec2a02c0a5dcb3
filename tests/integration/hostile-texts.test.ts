import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import type { AuditEntry } from "@/lib/api/schemas/people";
import { eventually } from "../support/eventually";
import { fillWithHostileColleagues, HOSTILE_OWNER, TITLES } from "../support/hostile-colleagues";
import { anEntrySaying } from "../support/hostile-events";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { readCsv } from "../support/read-csv";
import { postSigned } from "../support/signed-post";
import { EVERYTHING, XSS_ADDRESSES, XSS_CORPUS } from "../support/xss-corpus";

/** What strangers and colleagues write, as it leaves the desk without a screen: answers, files, headers, log lines. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let conversation: ConversationList["conversations"][number];
let uploaded: string[];

/** Of every kind. */
const A_FEW = XSS_CORPUS.filter((_, index) => index % 6 === 0);
/** Of what a stranger wrote, nothing that a browser would run, and no line of its own. */
const DANGEROUS = /<script>xss|<img[ /]src|<svg onload|<iframe|<body onload|Set-Cookie: xss/i;

beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES], env: { LOG_LEVEL: "debug" } });
  const { desk, sim, client } = owned;
  sim.addPerson({ key: "hostile", name: EVERYTHING });
  const person = sim.person("hostile", HARBOR_BIKES);
  person.says("Hello");
  await sim.settled();
  const browser = '"><script>xss()</script>';
  for (const [index, text] of XSS_CORPUS.entries()) {
    const body = JSON.stringify({ object: "page", entry: [anEntrySaying(text, { psid: person.psid, index })] });
    await postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, body, { "user-agent": browser });
  }
  conversation = await eventually(async () => {
    const [found] = (await client.get<ConversationList>("/api/conversations")).body.conversations;
    if (!found?.displayName) throw new Error("No name yet.");
    return found;
  });
  uploaded = await uploadFiles();
  await fillWithHostileColleagues(owned);
}, 120_000);
afterAll(() => owned?.end());

/** @returns their names, as the desk tells them */
async function uploadFiles(): Promise<string[]> {
  const { client, desk } = owned;
  const path = `/api/conversations/${conversation.id}`;
  const sent: string[] = [];
  for (const [index, name] of A_FEW.entries()) {
    const response = await client.fetch(
      `${desk.url}${path}/attachments?filename=${encodeURIComponent(`${name.slice(0, 200)}.pdf`)}`,
      {
        method: "POST",
        headers: { "content-type": "application/pdf", origin: desk.url },
        body: `%PDF-1.4\n${index}`,
      },
    );
    const { upload } = (await response.json()) as { upload: { attachmentId: string; filename: string } };
    sent.push(upload.filename);
    await client.post(`${path}/messages`, {
      clientId: `file-${index}`,
      attachment: { attachmentId: upload.attachmentId },
    });
  }
  return sent;
}

function renameOwner(name: string) {
  const db = new Database(owned.desk.databasePath);
  db.prepare("UPDATE users SET name = ? WHERE role = 'owner'").run(name);
  db.close();
}

const fetchOf = (path: string) => owned.client.fetch(`${owned.desk.url}${path}`);
async function allMessages() {
  const messages: MessageList["messages"] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const more: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { body }: { body: MessageList } = await owned.client.get<MessageList>(
      `/api/conversations/${conversation.id}/messages?limit=100${more}`,
    );
    messages.push(...body.messages);
    cursor = body.nextCursor;
  }
  return messages;
}

describe("an answer of the API", () => {
  test("is JSON that no browser takes for anything else, whatever was asked and however", async () => {
    const { id } = conversation;
    const paths = [
      "/api/conversations",
      `/api/conversations/${id}`,
      `/api/conversations/${id}/messages`,
      "/api/notifications",
      "/api/notifications/1",
      "/api/delivery-errors",
      "/api/replays",
      "/api/pages",
      "/api/people",
      "/api/invitations",
      "/api/api-keys",
      "/api/audit-log",
      "/api/me/sessions",
      "/api/webhook-failures",
      `/api/pages/${HARBOR_BIKES}/message-templates`,
      ...XSS_CORPUS.map((text) => `/api/conversations?q=${encodeURIComponent(text)}`),
      ...XSS_CORPUS.map((text) => `/api/notifications?q=${encodeURIComponent(text)}`),
      ...A_FEW.map(encodeURIComponent).flatMap((text) => [
        `/api/conversations?cursor=${text}`,
        `/api/notifications?psid=${text}&field=${text}`,
        `/api/notifications/${text}`,
        `/api/audit-log?userId=${text}&action=${text}`,
        `/api/${text}`,
      ]),
    ];
    for (const path of paths) {
      const { status, headers } = await fetchOf(path);
      expect({ path, status, type: headers.get("content-type") }).toEqual({
        path,
        status: expect.any(Number),
        type: expect.stringMatching(/^application\/(?:problem\+)?json\b/),
      });
      expect(status, path).not.toBe(500);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.getSetCookie(), path).toEqual([]);
    }
  });

  test("says what was written, character for character", async () => {
    const texts = new Set((await allMessages()).map(({ text }) => text));
    expect(XSS_CORPUS.filter((text) => !texts.has(text))).toEqual([]);
    const { invitations } = (await owned.client.get<{ invitations: { note: string }[] }>("/api/invitations")).body;
    const notes = new Set(invitations.map(({ note }) => note));
    expect(TITLES.filter((text) => !notes.has(text))).toEqual([]);
  });

  test("leads to attachments on our own origin only", async () => {
    const sources = (await allMessages()).flatMap(({ attachments }) => attachments.flatMap(({ src }) => src ?? []));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((src) => !/^\/api\/media\/\d+\/\d+/.test(src))).toEqual([]);
  });
});

describe("a file", () => {
  test("of the audit log is a table that says it all", async () => {
    const response = await fetchOf("/api/audit-log/export?format=csv");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const rows = readCsv(await response.text());
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]));
    expect(rows.map(([, userName]) => userName)).toContain(HOSTILE_OWNER);
    const names = new Set(
      rows.flatMap(([, , , , , detail]) => (detail?.startsWith("{") ? JSON.parse(detail).name : [])),
    );
    expect(TITLES.filter((text) => !names.has(text))).toEqual([]);
  });

  // OWASP: CSV injection; white space before a formula is no help against it, and neither are full-width signs.
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    " =1+1",
    "\t=1+1",
    "\r=1",
    "\n=1",
    "\u00a0@SUM(1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
  ])("of the audit log is nothing that a spreadsheet runs, when whoever did it is called %j", async (name) => {
    renameOwner(name);
    const rows = readCsv(await (await fetchOf("/api/audit-log/export?format=csv")).text());
    renameOwner(HOSTILE_OWNER);
    expect(rows.map(([, userName]) => userName)).toContain(`'${name}`);
    expect(rows.flat().filter((cell) => cell.startsWith(name))).toEqual([]);
  });

  test("of the audit log in JSON has a line an entry", async () => {
    const response = await fetchOf("/api/audit-log/export?format=jsonl");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="pagedesk-audit-log.jsonl"');
    const lines = (await response.text()).trimEnd().split("\n");
    const entries = lines.map((line) => JSON.parse(line) as AuditEntry);
    const names = new Set(entries.map(({ detail }) => detail?.name));
    expect(TITLES.filter((text) => !names.has(text))).toEqual([]);
  });

  test("of a person is saved, never shown, and says what they wrote character for character", async () => {
    const response = await fetchOf(`/api/conversations/${conversation.id}/export`);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="person-${conversation.id}.json"`);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const file = (await response.json()) as {
      profile: { displayName: string };
      messages: { text: string | null }[];
      uploads: { filename: string }[];
    };
    expect(file.profile.displayName).toBe(conversation.displayName);
    const texts = new Set(file.messages.map(({ text }) => text));
    expect(XSS_CORPUS.filter((text) => !texts.has(text))).toEqual([]);
    expect(file.uploads.map(({ filename }) => filename).sort()).toEqual([...uploaded].sort());
  });

  test("as Meta sent it is saved, never shown", async () => {
    const { headers } = await fetchOf("/api/notifications/2/raw");
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toBe('attachment; filename="notification-2.json"');
    expect(headers.get("content-security-policy")).toContain("sandbox");
  });

  test("that somebody sends keeps its name, without what cannot be seen and without a way out of its folder", () => {
    expect(uploaded).toHaveLength(A_FEW.length);
    expect(uploaded.filter((name) => /[\p{Cc}\u202a-\u202e\u2066-\u2069/\\]/u.test(name))).toEqual([]);
    expect(uploaded.some((name) => name.includes("xss()"))).toBe(true);
  });
});

describe("a door", () => {
  test.each([
    ["/sign-in", ["callbackUrl", "error"], [...XSS_ADDRESSES, ...A_FEW]],
    ["/setup", ["error"], A_FEW],
    ["/not-invited", ["error"], A_FEW],
    ["/data-deletion", ["code"], A_FEW],
  ])("%s leads nowhere else and runs nothing, whatever stands behind its ?", async (door, names, texts) => {
    for (const text of texts) {
      const query = new URLSearchParams(names.map((name) => [name, text]));
      const response = await fetch(`${owned.desk.url}${door}?${query}`, { redirect: "manual" });
      const html = await response.text();
      expect({ text, found: DANGEROUS.exec(html)?.[0] ?? null }).toEqual({ text, found: null });
      const targets = [...html.matchAll(/name="callbackUrl" value="([^"]*)"/g)].map(([, value]) => value ?? "");
      if (door === "/sign-in") expect(targets.length).toBeGreaterThan(0);
      expect({ text, away: targets.filter((target) => !/^\/(?![/\\])/.test(target)) }).toEqual({ text, away: [] });
      const location = response.headers.get("location") ?? "/";
      expect(new URL(location, owned.desk.url).origin).toBe(owned.desk.url);
    }
  });
});

test("what the process logs is lines of its own, and none that somebody wrote", () => {
  const lines = owned.desk.logs().trim().split("\n");
  const ofLog = lines.filter((line) => line.startsWith("{"));
  expect(ofLog.length).toBeGreaterThan(0);
  expect(() => ofLog.map((line) => JSON.parse(line))).not.toThrow();
  expect(lines.filter((line) => ["forged", "\u001b", "xss("].some((text) => line.includes(text)))).toEqual([]);
});
