import { beforeEach, expect, test, vi } from "vitest";
import type { GraphClient, GraphRequest } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { log } from "@/lib/log";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { encryptPageToken } from "@/lib/pages/page-token";
import { A_KEY, PAGE } from "@/tests/support/build-notification";
import { outboxUnderTest } from "@/tests/support/outbox-under-test";
import type { Outcome } from "./record-outcome";
import { SendAttempt } from "./send-attempt";
import { SendPace } from "./send-pace";

const env = vi.hoisted(() => ({ ENCRYPTION_KEY: [] as string[] }));
vi.mock("@/lib/env", () => ({ getEnv: () => env }));
log.level = "silent";

const PACE = { textPerSecond: 100, mediaPerSecond: 10, retryMs: 1_000 };
const AFTER_MS = { retryInMs: 1_000, lookupInMs: 10_000 };
let desk: ReturnType<typeof outboxUnderTest>;
let conversation: number;
let pace: SendPace;
let calls: GraphRequest<unknown>[];
beforeEach(() => {
  env.ENCRYPTION_KEY = [A_KEY];
  desk = outboxUnderTest();
  conversation = desk.aConversation();
  desk.set("pages", "token_encrypted", encryptPageToken(PAGE, "page-token"));
  pace = new SendPace(
    PACE,
    () => 0,
    () => 5_000,
  );
  calls = [];
});

/** One request for a message with this content, which Graph answers so. */
async function attempt(
  content: OutgoingContent,
  answer: () => unknown = () => ({ message_id: "m_1" }),
): Promise<Outcome> {
  const claim = desk.claim(desk.say(conversation, content));
  if (!claim) throw new Error("There was nothing to send.");
  const call = async (request: GraphRequest<unknown>) => {
    calls.push(request);
    return answer();
  };
  return new SendAttempt(desk.db, { call } as unknown as GraphClient, pace, PACE).run(claim);
}
const fail = (error: unknown) => () => {
  throw error;
};
const refusal = (code: number) => new GraphError({ message: "no", code }, { httpStatus: 400, usage: {} });
const text: OutgoingContent = { text: "Hi" };

test("asks the Page's own edge with its token, and answers Meta's mid", async () => {
  expect(await attempt(text)).toMatchObject({ mid: "m_1", claim: { content: text } });
  expect(calls).toMatchObject([
    {
      method: "POST",
      path: `${PAGE}/messages`,
      token: "page-token",
      json: { messaging_type: "RESPONSE", message: { text: "Hi", metadata: expect.stringMatching(/^pagedesk:/) } },
    },
  ]);
});

test("a one-time notification goes to its token, which stands nowhere else", async () => {
  const oneTimeId = desk.agree(conversation, "77-token");
  const outcome = await attempt({ text: "Back", oneTimeId });
  expect(calls).toMatchObject([{ json: { recipient: { one_time_notif_token: "77-token" } } }]);
  expect(JSON.stringify(outcome)).not.toContain("77-token");
});

test.each<[string, OutgoingContent, number | undefined]>([
  ["a video that Meta fetches", { attachment: { type: "video", url: "https://v.test/a.mp4" } }, 90_000],
  ["a video that Meta has", { attachment: { type: "video", attachmentId: "4" } }, undefined],
  ["a picture that Meta fetches", { attachment: { type: "image", url: "https://v.test/a.png" } }, undefined],
  ["text", text, undefined],
])("waits for the answer as long as Meta takes: %s", async (_, content, timeoutMs) => {
  await attempt(content);
  expect(calls[0]?.timeoutMs).toBe(timeoutMs);
});

const NOTHING_SENT: [what: string, content: () => OutgoingContent, before: () => void][] = [
  ["the Page has no token", () => text, () => desk.set("pages", "token_encrypted", null)],
  ["no key fits its token", () => text, () => (env.ENCRYPTION_KEY = [Buffer.alloc(32, 9).toString("base64")])],
  [
    "the one-time token is gone",
    () => ({ text: "Back", oneTimeId: desk.agree(conversation) }),
    () => desk.db.$client.exec("UPDATE one_time_notifications SET token_encrypted = NULL"),
  ],
  [
    "no key fits the one-time token",
    () => ({ text: "Back", oneTimeId: desk.agree(conversation) }),
    () => desk.db.$client.exec("UPDATE one_time_notifications SET token_encrypted = 'nonsense'"),
  ],
];
test.each(NOTHING_SENT)("asks nothing when %s: then it was not sent for certain", async (_, content, before) => {
  const given = content();
  before();
  const outcome = await attempt(given);
  expect(calls).toEqual([]);
  expect(outcome).toMatchObject({
    sendFailure: { failure: { unanswered: "not_sent" }, retry: null, isUnconfirmed: false },
  });
});

test.each<[string, unknown, object]>([
  ["a refusal that stands", refusal(100), { sendFailure: { retry: null, isUnconfirmed: false } }],
  ["one that passes", refusal(2), { sendFailure: { retry: "transient" }, ...AFTER_MS }],
  ["too many calls", refusal(613), { sendFailure: { retry: "rate" }, ...AFTER_MS }],
  [
    "a lost answer",
    new GraphUnavailableError("broken", { mayHaveArrived: true }),
    { sendFailure: { retry: null, isUnconfirmed: true }, ...AFTER_MS },
  ],
  [
    "no connection",
    new GraphUnavailableError("refused", { mayHaveArrived: false }),
    { sendFailure: { retry: "transient", isUnconfirmed: false }, ...AFTER_MS },
  ],
  ["a fault of ours", new Error("oops"), { sendFailure: { retry: null, isUnconfirmed: true } }],
])("never throws: %s", async (_, error, outcome) => {
  expect(await attempt(text, fail(error))).toMatchObject(outcome);
});

test("any answer but another refusal for too many calls ends the Page's waits", async () => {
  const nextWait = () => pace.noteRateLimit(PAGE, 613);
  for (const answer of [() => ({ message_id: "m_1" }), fail(refusal(100)), fail(refusal(2))]) {
    nextWait();
    expect(pace.at(5_000 + 60_000).waitMs(PAGE, false, 1)).toBe(Number.POSITIVE_INFINITY);
    await attempt(text, answer);
    expect(pace.at(5_000 + 60_000).waitMs(PAGE, false, 1)).toBe(0);
  }
  nextWait();
  await attempt(text, fail(new GraphUnavailableError("broken", { mayHaveArrived: true })));
  expect(pace.at(5_000 + 60_000).waitMs(PAGE, false, 1)).toBe(Number.POSITIVE_INFINITY);
});
