import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ANA,
  aDelivery,
  aMessage,
  anEcho,
  aPostback,
  aReaction,
  aRead,
  NOON,
  notification,
  PAGE,
} from "@/tests/support/build-notification";
import { parseJson } from "./parse-json";
import { countItems, parseNotification } from "./parse-notification";

const one = (item: Record<string, unknown>) => {
  const [event, ...others] = parseNotification(notification(item));
  expect(others).toEqual([]);
  if (!event) throw new Error("no event");
  return event;
};

describe("what is said", () => {
  test("a message with a quick reply, attachments and a quote", () => {
    const more = {
      quick_reply: { payload: "GREEN" },
      reply_to: { mid: "m_0" },
      attachments: [{ type: "image", payload: { url: "https://cdn.example.test/a.jpg" } }],
    };
    expect(one(aMessage({ text: "Green", more }))).toMatchObject({
      entryId: PAGE,
      field: "messages",
      psid: ANA,
      timestampMs: NOON,
      event: {
        kind: "message",
        mid: "m_1",
        text: "Green",
        quickReplyPayload: "GREEN",
        replyToMid: "m_0",
        attachments: [{ type: "image", url: "https://cdn.example.test/a.jpg", title: null }],
      },
    });
  });

  test("an echo, whose person is the recipient and whose app id is a number", () => {
    expect(one(anEcho({ metadata: "pagedesk:1" }))).toMatchObject({
      field: "message_echoes",
      psid: ANA,
      event: { kind: "echo", appId: "880011223344556", metadata: "pagedesk:1" },
    });
  });

  test("a fallback of an echo, with title and url beside the empty payload", () => {
    const attachments = [{ type: "fallback", payload: null, title: "Blue bike", url: "https://shop.example.test/" }];
    expect(one(aMessage({ more: { attachments } })).event).toMatchObject({
      attachments: [{ type: "fallback", title: "Blue bike", url: "https://shop.example.test/" }],
    });
  });

  test("a delivery receipt without mids", () => {
    const item = { ...aDelivery(), delivery: { watermark: NOON } };
    expect(one(item).event).toEqual({ kind: "delivery", watermarkMs: NOON, mids: [] });
  });

  test("a read, and a postback without mid", () => {
    expect(one(aRead()).event).toEqual({ kind: "read", watermarkMs: NOON, mid: null });
    expect(one(aPostback({ mid: null })).event).toMatchObject({ kind: "postback", mid: null, payload: "HELP" });
  });

  test.each([
    ["reaction", { reaction: { action: "react", mid: "m_1" } }, "message_reactions"],
    ["edit", { message_edit: { mid: "m_1", text: "Hi!", num_edit: "1" } }, "message_edits"],
    ["optin", { optin: { ref: "a" } }, "messaging_optins"],
    ["referral", { referral: { ref: "poster-7" } }, "messaging_referrals"],
    ["account_linking", { account_linking: { status: "unlinked" } }, "messaging_account_linking"],
    ["pass_thread_control", { pass_thread_control: { new_owner_app_id: 1 } }, "messaging_handovers"],
    ["app_roles", { app_roles: { "1": ["primary_receiver"] } }, "messaging_handovers"],
    ["policy_enforcement", { policy_enforcement: { action: "block" } }, "messaging_policy_enforcement"],
    ["feedback", { messaging_feedback: { feedback_screens: [] } }, "messaging_feedback"],
    ["response_feedback", { response_feedback: { feedback: "Good response" } }, "response_feedback"],
    ["customer_information", { messaging_customer_information: {} }, "messaging_customer_information"],
    ["lead_form", { form: { id: "1" } }, "messaging_in_thread_lead_form_submit"],
    ["order", { order: { products: [] } }, "send_cart"],
    ["coupon", { template: { type: "coupon" } }, "messages"],
    ["game_play", { game_play: { game_id: "1" } }, "messaging_game_plays"],
    ["unsend", { message: { mid: "m_1", is_deleted: true } }, "messages"],
    ["unknown", { something_new: {} }, "unknown"],
    ["unknown", { message: "TEST_MESSAGE" }, "unknown"],
  ])("%s is named, and its field known", (kind, body, field) => {
    expect(one({ sender: { id: ANA }, recipient: { id: PAGE }, timestamp: NOON, ...body })).toMatchObject({
      field,
      event: { kind },
    });
  });

  test("object instagram has names of its own", () => {
    const account = "17841490000000001";
    const payload = {
      object: "instagram",
      entry: [
        {
          id: account,
          messaging: [{ ...aReaction(), reaction: undefined, message_edit: { mid: "a", text: "b", num_edit: "2" } }],
        },
      ],
    };
    expect(parseNotification(payload)[0]).toMatchObject({ object: "instagram", field: "message_edit" });
  });

  test("a changes-style entry, with its time in seconds", () => {
    const changes = [{ field: "business_integrity", value: { status: "restricted" } }];
    const payload = { object: "page", entry: [{ id: PAGE, time: 1_790_000_013, changes }] };
    expect(parseNotification(payload)).toMatchObject([
      { channel: "changes", field: "business_integrity", timestampMs: 1_790_000_013_000, event: { kind: "change" } },
    ]);
  });

  test("a label of the Page's inbox belongs to its person", () => {
    const value = { user: { id: ANA }, action: "add", label: { id: 31, page_label_name: "VIP" } };
    const payload = { object: "page", entry: [{ id: PAGE, time: 1, changes: [{ field: "inbox_labels", value }] }] };
    expect(parseNotification(payload)).toMatchObject([
      { field: "inbox_labels", psid: ANA, event: { kind: "label", note: { isAdded: true, label: "VIP" } } },
    ]);
  });

  test("names of fields without values, as with include_values=false", () => {
    const payload = { object: "page", entry: [{ id: PAGE, time: NOON, changed_fields: ["messages"] }] };
    expect(parseNotification(payload)).toMatchObject([{ field: "messages", event: { kind: "change" } }]);
  });

  test("the dashboard's Test button sends a message in the form of a change", () => {
    const changes = [{ field: "messages", value: aMessage({ mid: "test_mid" }) }];
    const payload = { object: "page", entry: [{ id: PAGE, time: NOON, changes }] };
    expect(parseNotification(payload)).toMatchObject([
      { field: "messages", event: { kind: "message", mid: "test_mid" } },
    ]);
  });

  test("the odd body of the local smoke test is one unknown event of no Page", () => {
    const payload = { object: "page", entry: [{ messaging: [{ message: "TEST_MESSAGE" }] }] };
    expect(parseNotification(payload)).toMatchObject([{ entryId: "", psid: null, event: { kind: "unknown" } }]);
  });
});

describe("when it was said", () => {
  test.each([
    ["milliseconds", 1_790_000_007_000],
    ["seconds", 1_790_000_007],
    ["a string of seconds", "1790000007"],
  ])("from %s", (_, timestamp) => {
    expect(one({ ...aPostback(), timestamp }).timestampMs).toBe(1_790_000_007_000);
  });

  test.each([undefined, null, "soon", -1, Number.POSITIVE_INFINITY, {}])(
    "not known when it is %s: the entry's time is when it was sent",
    (timestamp) => {
      expect(one({ ...aMessage(), timestamp })).toMatchObject({ timestampMs: null, entryTimeMs: NOON });
    },
  );
});

describe("numbers", () => {
  test("beyond 2^53 keep every digit", () => {
    const text = JSON.stringify(notification(anEcho({ appId: 1234567890123456 }))).replace(
      "1234567890123456",
      "12345678901234567890",
    );
    expect(parseNotification(parseJson(text))[0]?.event).toMatchObject({ appId: "12345678901234567890" });
  });

  test("that look big inside a text stay text, and others stay numbers", () => {
    const written =
      '{"a":"x:12345678901234567890","b":-12345678901234567890,"c":1e400,"d":1.2345678901234567,"e":[12345678901234567890]}';
    expect(parseJson(written)).toEqual({
      a: "x:12345678901234567890",
      b: "-12345678901234567890",
      c: Number.POSITIVE_INFINITY,
      d: 1.2345678901234567,
      e: ["12345678901234567890"],
    });
  });

  test("take no longer than their text where it is no JSON", () => {
    const hostile = `[1234567890123456,"${'\\"'.repeat(500_000)}`;
    expect(() => parseJson(hostile)).toThrow(SyntaxError);
  });

  test("parse as JSON.parse does, whatever stands in strings", () => {
    const anyText = fc
      .array(fc.constantFrom('"', "\\", ":", ",", "[", "-", "1234567890123456789", "a"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.dictionary(anyText, fc.oneof(anyText, fc.array(anyText), fc.maxSafeInteger())), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(value);
      }),
    );
  });
});

describe("what is the same event", () => {
  test("a retry, sent at another time and batched otherwise, has the same key", () => {
    const alone = one(aMessage()).key;
    const retry = { ...notification(aRead(), aMessage()), object: "page" };
    for (const entry of retry.entry) entry.time = NOON + 60_000;
    expect(parseNotification(retry)[1]?.key).toBe(alone);
  });

  test("another mid, another Page or standby has another key", () => {
    const keys = [
      one(aMessage()).key,
      one(aMessage({ mid: "m_2" })).key,
      parseNotification({ object: "page", entry: [{ id: "2", messaging: [aMessage()] }] })[0]?.key,
      parseNotification({ object: "page", entry: [{ id: PAGE, standby: [aMessage()] }] })[0]?.key,
    ];
    expect(new Set(keys).size).toBe(4);
  });

  test("the order of properties is no matter", () => {
    const a = { reaction: { mid: "m", action: "react", emoji: "x" }, sender: { id: ANA }, timestamp: 1 };
    const b = { timestamp: 1, sender: { id: ANA }, reaction: { emoji: "x", action: "react", mid: "m" } };
    expect(one(a).key).toBe(one(b).key);
  });
});

describe("whatever comes", () => {
  const anyItems = fc.option(fc.array(fc.jsonValue(), { maxLength: 4 }), { nil: undefined });
  const anyEntry = fc.record({
    id: fc.jsonValue(),
    time: fc.jsonValue(),
    messaging: anyItems,
    standby: anyItems,
    changes: anyItems,
  });

  test("N items in any shape are N events", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), fc.constantFrom("page", "instagram"), (entry, object) => {
        const count = (items: unknown[] | undefined) => items?.length ?? 0;
        const expected = entry.reduce((sum, e) => sum + count(e.messaging) + count(e.standby) + count(e.changes), 0);
        expect(parseNotification({ object, entry })).toHaveLength(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test("are counted before they are made, never less than they are", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), (entry) => {
        const payload = { object: "page", entry };
        expect(countItems(payload)).toBeGreaterThanOrEqual(parseNotification(payload).length);
      }),
    );
  });

  test("any JSON at all gives a list and never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        expect(Array.isArray(parseNotification(payload))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("known items with odd values inside never throw", { timeout: 60_000 }, () => {
    const item = fc.dictionary(
      fc.constantFrom(
        "message",
        "postback",
        "delivery",
        "read",
        "reaction",
        "optin",
        "sender",
        "recipient",
        "timestamp",
        "message_edit",
        "referral",
      ),
      fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom("mid", "text", "watermark", "mids", "attachments", "is_echo", "id"),
          fc.jsonValue(),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        expect(parseNotification(notification(...items))).toHaveLength(items.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("nesting far deeper than the stack is an event like any other", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`);
    expect(parseNotification(notification({ odd: deep }))).toMatchObject([{ event: { kind: "unknown" } }]);
  });

  test("__proto__ is a key like any other", () => {
    const payload = JSON.parse(
      `{"object":"page","entry":[{"id":"1","messaging":[{"__proto__":{"message":{"mid":"x"}}}]}]}`,
    );
    expect(parseNotification(payload)).toMatchObject([{ event: { kind: "unknown" } }]);
    expect(({} as Record<string, unknown>).message).toBeUndefined();
  });
});
