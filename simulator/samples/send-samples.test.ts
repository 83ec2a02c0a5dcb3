import { describe, expect, it } from "vitest";
import { ATTACHMENT_SAMPLES, SAMPLES } from "../../lib/messenger/samples/samples";
import { INSTAGRAM_FIELDS, PAGE_FIELDS } from "../state/subscriptions";
import { VERIFY_TOKEN } from "../test-support/a-desk";
import { aLinkedPage, CASA, HARBOR } from "../test-support/a-linked-page";
import { SAMPLE_CATALOGUE } from "./sample-catalogue";

const ana = { person: "Ana Lima", page: HARBOR };

/** Harbor Bikes with its Instagram account, subscribed to everything there is. */
async function everything() {
  const linked = await aLinkedPage();
  const { simulator, desk, link } = linked;
  const callback = { callbackUrl: desk.url, verifyToken: VERIFY_TOKEN };
  await simulator.app.subscribe({ ...callback, fields: [...PAGE_FIELDS], instagram: true });
  await link(HARBOR, [...PAGE_FIELDS]);
  return linked;
}

describe("samples", () => {
  it("name only fields that exist", () => {
    for (const { object, field, title } of SAMPLE_CATALOGUE) {
      if (field !== "unknown") expect(object === "page" ? PAGE_FIELDS : INSTAGRAM_FIELDS, title).toContain(field);
    }
  });

  it("all arrive, as written but for ids, times and escapes", async () => {
    const { simulator, desk } = await everything();
    const sent = await simulator.sendSample(
      SAMPLE_CATALOGUE.map(({ kind, title }) => ({ kind, title, ...ana })),
      { times: 1 },
    );
    expect(sent.filter(({ gap }) => gap !== null)).toEqual([]);
    const total = [...Object.values(SAMPLES), ...Object.values(ATTACHMENT_SAMPLES)].flat().length;
    expect(desk.received).toHaveLength(total);
    expect(desk.received.every(({ body }) => /^[\x20-\x7e]+$/.test(body))).toBe(true);
    // Read by a reader of its own: what is put on the wire is the item, to the letter.
    const unescaped = desk.received.map(({ body }) => body.replaceAll("\\/", "/"));
    for (const [index, { item }] of sent.entries()) {
      const ascii = item.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      expect(unescaped[index]).toContain(`[${ascii}]`);
    }
    expect(unescaped.some((body) => body.includes(":12345678901234567890"))).toBe(true);
  });

  it("go out only if app and Page ask for the field, unless forced", async () => {
    const { simulator, desk } = await aLinkedPage();
    const label = { kind: "label", ...ana } as const;
    expect(await simulator.sendSample(label)).toMatchObject([{ gap: "off_at_page_level" }]);
    expect(await simulator.sendSample({ kind: "read", title: "Instagram: up to a message", ...ana })).toMatchObject([
      { gap: "no_app_subscription" },
    ]);
    expect(desk.received).toEqual([]);
    expect(await simulator.sendSample(label, { force: true })).toMatchObject([{ gap: null }]);
    expect(desk.received[0]?.body).toContain('"field":"inbox_labels"');
    expect(JSON.parse(desk.received[0]?.body ?? "")).toMatchObject({ entry: [{ time: expect.any(Number) }] });
  });

  it("of several Pages share a notification, in any order and more than once", async () => {
    const { simulator, desk, link } = await aLinkedPage();
    await link(CASA);
    const lucia = { person: "Lucía Ortega", page: CASA };
    await simulator.sendSample(
      [
        { kind: "message", ...ana },
        { kind: "attachment:sticker", ...lucia },
        { kind: "postback", ...ana },
      ],
      { merged: true, order: "reverse", times: 2 },
    );
    expect(desk.received).toHaveLength(2);
    expect(desk.received[0]?.body).toBe(desk.received[1]?.body);
    const { entry } = JSON.parse(desk.received[0]?.body ?? "") as {
      entry: Array<{ id: string; messaging: unknown[] }>;
    };
    expect(entry.map(({ id, messaging }) => [id, messaging.length])).toEqual([
      [HARBOR, 2],
      [CASA, 1],
    ]);
    expect(desk.items()[0]).toHaveProperty("postback");
  });

  it("are held, gathered and escaped like all that happens", async () => {
    const { simulator, desk } = await aLinkedPage();
    simulator.webhooks.hold();
    await simulator.sendSample({ kind: "message", ...ana });
    expect(desk.received).toEqual([]);
    await simulator.webhooks.release();
    expect(desk.received).toHaveLength(1);
    const withMail = { kind: "message", title: "An email address by quick reply", ...ana } as const;
    await simulator.sendSample(withMail, { extendedEscaping: true });
    expect(desk.received.at(-1)?.body).toContain(String.raw`ana\u0040example.test`);
  });

  it("are about the last message there is, and are two events when sent twice", async () => {
    const { simulator, desk, ana: handle, send } = await aLinkedPage();
    handle.says("Hi");
    const { body } = await send({ text: "Hello" });
    await simulator.settled();
    desk.received.length = 0;
    await simulator.sendSample({ kind: "reaction", ...ana });
    await simulator.sendSample({ kind: "message", ...ana });
    await simulator.sendSample({ kind: "message", ...ana });
    const [reaction, first, second] = desk.items();
    expect(reaction?.reaction?.mid).toBe(body.message_id);
    expect(first?.message?.mid).not.toBe(second?.message?.mid);
    expect(handle.thread.messages.filter(({ from }) => from === "person")).toHaveLength(3);
    expect(handle.thread.messages.find(({ mid }) => mid === body.message_id)?.reaction).toBe("❤️");
  });

  it("that are not there are refused", async () => {
    const { simulator } = await aLinkedPage();
    await expect(simulator.sendSample({ kind: "message", title: "Nope", ...ana })).rejects.toThrow(
      'no sample "Nope" of "message"',
    );
  });
});
