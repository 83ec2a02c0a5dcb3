import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DeliveryErrorList, ErrorClass } from "@/lib/api/schemas/delivery-errors";
import type { ConversationList, Message, MessageList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { DANA, startOwnedDesk } from "../support/owned-desk";

type Line = [code: number, subcode: number | null, errorClass: ErrorClass, canRetry: boolean, says: RegExp];

/** Meta's table of errors (reference §8.3), and what a person has to be able to read of each: what it is, what to do. */
const SETTLED: Line[] = [
  [1, 99, "permission", true, /without saying why.*Advanced Access/],
  [1, 1357046, "unconfirmed", true, /could not be read.*may have arrived/],
  [1, 2018382, "request", false, /form cannot be used.*another form/],
  [2, 2018344, "permission", true, /terms.*accepts/],
  [3, null, "permission", true, /App Review/],
  [4, 2018022, "rate", true, /phone numbers.*Wait/],
  [4, 2018354, "rate", true, /marketing message.*Wait/],
  [9, 2018352, "rate", false, /asked too often.*Do not ask/],
  [10, null, "permission", true, /permission.*Connect the Page again/],
  [10, 2018065, "window", false, /24-hour window is closed/],
  [10, 2018108, "recipient", true, /cannot receive messages.*Wait until they write/],
  [10, 2018278, "window", false, /24-hour window is closed.*7 days.*utility template/],
  [10, 2534022, "window", false, /24-hour window is closed.*Instagram.*7 days/],
  [10, 2018300, "window", true, /Another app has this conversation.*Take it over/],
  [2018300, null, "window", true, /Another app has this conversation.*Take it over/],
  [10, 2018336, "permission", true, /European or Japanese.*plain text/],
  [10, 2534077, "permission", true, /Instagram account is broken.*Link them again.*two-factor/],
  [10, 1404170, "restriction", true, /requests for marketing messages.*Wait/],
  [10, 1893015, "window", false, /does not want messages about this.*Do not write/],
  [10, 1893063, "restriction", true, /restricted this Page.*support inbox/],
  [15, null, "request", true, /app is not set up.*app secret/],
  [100, null, "request", false, /does not accept this message.*will not help/],
  [100, 33, "permission", true, /no longer exists.*token/],
  [100, 2018001, "recipient", false, /does not know this person.*another Page/],
  [100, 2018008, "request", true, /could not fetch the file.*public.*https/],
  [100, 2018014, "request", false, /typing signal/],
  [100, 2018034, "request", false, /was empty.*Write something/],
  [100, 2018047, "request", false, /not of the kind.*Choose it again/],
  [100, 2018074, "request", false, /no longer there.*Upload the file again/],
  [100, 2018109, "request", false, /too large.*25 MB.*8 MB/],
  [100, 2018164, "request", false, /cannot be handed.*Choose another/],
  [100, 2018294, "request", false, /video.*75 seconds.*smaller/],
  [100, 2018320, "request", false, /product.*Choose another/],
  [100, 2018328, "request", false, /product.*newer version/],
  [100, 2534013, "request", true, /no Instagram account.*Link/],
  [100, 2534014, "recipient", false, /Instagram does not know this person/],
  [100, 2534015, "request", false, /Instagram does not accept this message/],
  [100, 2534025, "request", false, /private reply.*comment/],
  [100, 2534029, "restriction", true, /Instagram has blocked this account/],
  [100, 2534037, "window", true, /Another app.*Instagram.*Take it over/],
  [100, 36007, "token", true, /login.*from the beginning/],
  [100, 36008, "token", true, /login.*address/],
  [100, 36009, "token", true, /login.*from the beginning/],
  [101, null, "request", true, /app is not set up.*app id/],
  [191, null, "request", true, /app is not set up.*Add it in the App Dashboard/],
  [102, null, "token", true, /access has ended.*Connect the Page again/],
  [104, null, "token", true, /not signed properly.*app secret/],
  [190, null, "token", true, /access has ended.*Connect the Page again/],
  [190, 458, "token", true, /removed the app.*Connect the Page again/],
  [190, 459, "token", true, /pass a check.*facebook\.com.*Connect the Page again/],
  [190, 460, "token", true, /changed their Facebook password.*Connect the Page again/],
  [190, 463, "token", true, /expired.*Connect the Page again/],
  [190, 464, "token", true, /not confirmed their account.*Connect the Page again/],
  [190, 467, "token", true, /logged out.*Connect the Page again/],
  [190, 492, "token", true, /no longer has a role.*Connect the Page again/],
  [200, null, "permission", true, /permission.*Connect the Page again/],
  [200, 1545041, "recipient", true, /cannot receive messages.*blocked the Page/],
  [200, 2018021, "permission", true, /phone number/],
  [200, 2018027, "permission", true, /phone number/],
  [200, 2018028, "permission", true, /role on it.*App Review/],
  [200, 2534041, "permission", true, /Connected tools/],
  [210, null, "request", true, /token of the Page.*Connect the Page again/],
  [230, null, "permission", true, /permission.*Connect the Page again/],
  [283, null, "permission", true, /outdated permission.*Connect the Page again/],
  [368, null, "restriction", true, /breaking its rules.*Stop sending.*appeal/],
  [506, null, "request", false, /same was sent.*Change something/],
  [551, null, "recipient", true, /cannot receive messages.*blocked the Page/],
  [551, 1545041, "recipient", true, /cannot receive messages.*blocked the Page/],
  [613, 1893016, "window", false, /already asked.*do not ask again/],
  [613, 2018338, "restriction", false, /late answers.*Stop/],
  [1609005, null, "request", true, /could not read the linked page.*Open the link/],
  [2022, null, "restriction", true, /messages about sales.*support inbox/],
  [2200, null, "request", true, /verify this desk's webhook.*Set the webhook up again/],
  [2500, null, "request", false, /does not know this call.*fault of the desk/],
  [10303, null, "request", true, /Linking.*once more/],
  [36103, null, "permission", true, /Instagram account may not use this yet.*Wait/],
  [10, 2018144, "rate", true, /game.*limit/],
  [2018171, null, "permission", true, /Conversation Routing/],
  [100, 2018234, "permission", true, /Conversation Routing/],
  ...[...Array(16).keys()].map((index): Line => {
    const isOutside = index === 12 || index === 15;
    return [100, 2018173 + index, "request", false, isOutside ? /uploaded files only.*Upload/ : /template.*attachment/];
  }),
  [100, 2018218, "recipient", false, /no profile.*unknown/],
  [100, 2018247, "permission", true, /profile.*App Review/],
  [10, 2018321, "window", true, /automated flow.*Wait/],
  [100, 9000001, "recipient", false, /was deleted/],
];

/** Those the desk tries again by itself first. */
const TRIED_AGAIN: Line[] = [
  [1, null, "transient", true, /temporary problem.*Send it again/],
  [2, null, "transient", true, /temporary problem.*blocked the Page/],
  [1200, null, "transient", true, /temporary problem.*Send it again/],
  [4, null, "rate", true, /whole app to slow down.*Wait/],
  [17, null, "rate", true, /slow down.*Wait/],
  [32, null, "rate", true, /slow down.*Wait/],
  [341, null, "rate", true, /slow down.*Wait/],
  [613, null, "rate", true, /slow down.*Wait/],
  [613, 1996, "rate", true, /uneven.*fewer at a time/],
  [613, 2534040, "rate", true, /Instagram asks.*slow down.*Wait/],
  [80001, null, "rate", true, /slow down.*Wait/],
  [80002, null, "rate", true, /Instagram asks.*slow down.*Wait/],
  [80006, null, "rate", true, /slow down.*Wait/],
];

const ALL = [...SETTLED, ...TRIED_AGAIN];
const pageIdOf = (line: Line) => String(200000000001000 + ALL.indexOf(line));
const nameOf = ([code, subcode]: Line) => (subcode === null ? `${code}` : `${code}/${subcode}`);

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let conversations: Map<string, string>;

beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [], env: { OUTBOX_RETRY_MS: "50" } });
  const { sim, client } = owned;
  // A Page for each error: what one does to its Page must not reach the next.
  for (const line of ALL) {
    const id = pageIdOf(line);
    sim.addPage({ id, name: `Page ${nameOf(line)}` });
    sim.user(DANA).regainsRole(id);
  }
  await client.consent({ person: DANA });
  const { body } = await client.post<{ results: { ok: boolean }[] }>("/api/pages", { pageIds: ALL.map(pageIdOf) });
  expect(body.results.filter(({ ok }) => !ok)).toEqual([]);
  for (const line of ALL) {
    const { key } = sim.addPerson({ name: `Person ${nameOf(line)}` });
    sim.person(key, pageIdOf(line)).says("Hello?");
    const [code, subcode] = line;
    sim.faults.failNext({
      operation: "messages",
      path: pageIdOf(line),
      times: null,
      code,
      ...(subcode === null ? {} : { subcode }),
    });
  }
  await sim.settled();
  conversations = await eventually(async () => {
    const list = await client.get<ConversationList>("/api/conversations?limit=200");
    expect(list.body.conversations).toHaveLength(ALL.length);
    return new Map(list.body.conversations.map(({ id, pageId }) => [pageId, id]));
  });
});
afterAll(() => owned?.end());

/** Sends a reply, and waits until the desk has given it up. */
async function failedReply(line: Line): Promise<Message> {
  const path = `/api/conversations/${conversations.get(pageIdOf(line))}/messages`;
  expect(await owned.client.post(path, { clientId: "c1", text: "Hi" })).toMatchObject({ status: 202 });
  return eventually(async () => {
    const { body } = await owned.client.get<MessageList>(path);
    const reply = body.messages.find(({ clientId }) => clientId === "c1");
    if (!reply?.error) throw new Error(`${nameOf(line)} is ${reply?.status}`);
    return reply;
  });
}

async function checkSentence(line: Line): Promise<void> {
  const [code, subcode, errorClass, canRetry, says] = line;
  const reply = await failedReply(line);
  const name = nameOf(line);
  expect(reply.status, name).toBe(errorClass === "unconfirmed" ? "unconfirmed" : "failed");
  expect(reply.error, name).toMatchObject({ code, subcode });
  // With a dead token nothing can be tried again, as soon as the desk has found it dead.
  if (errorClass !== "token") expect(reply.error?.retryable, name).toBe(canRetry);
  const { title, advice } = reply.error ?? {};
  expect(`${title}. ${advice}`, name).toMatch(says);
  const query = `pageId=${pageIdOf(line)}&status=open&limit=5`;
  const { body } = await owned.client.get<DeliveryErrorList>(`/api/delivery-errors?${query}`);
  expect(body.errors.at(0), name).toMatchObject({
    messageId: reply.id,
    operation: "send_message",
    title,
    advice,
    errorClass,
    cause: name,
  });
}

describe("from Meta's refusal to what a person reads", () => {
  test("every error that is settled by one refusal", async () => {
    await Promise.all(SETTLED.map(checkSentence));
  });

  test("every error that is tried again first, and lasts", async () => {
    await Promise.all(TRIED_AGAIN.map(checkSentence));
  });
});
