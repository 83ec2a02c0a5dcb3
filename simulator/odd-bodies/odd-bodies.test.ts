import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aLinkedPage, HARBOR } from "../test-support/a-linked-page";
import { ODD_BODIES, ODD_BODY_NAMES } from "./odd-bodies";

const given = { pageId: HARBOR, psid: "7000000000000001", atMs: 1_790_000_000_000 };
const NO_JSON = ["empty", "not-json", "html", "truncated", "open-brackets", "nul-bytes", "byte-order-mark", "utf-16"];

describe("odd bodies", () => {
  it.each(ODD_BODY_NAMES)("%s is JSON, or is not, as its name says", (name) => {
    const read = () => JSON.parse(ODD_BODIES[name].toBody(given).toString());
    if (NO_JSON.includes(name)) expect(read).toThrow();
    else expect(read).not.toThrow();
  });

  it("carry good items beside what is odd", () => {
    for (const name of ["deep-nesting", "huge-numbers", "lone-surrogates", "proto-keys", "many-keys"] as const) {
      const { entry } = JSON.parse(ODD_BODIES[name].toBody(given).toString());
      expect(entry[0].messaging[0].message.text, name).toMatch(/^Still here/);
      expect(entry[0].messaging.at(-1).message.text, name).toMatch(/^Still here/);
    }
  });

  it("arrive to the byte and signed, and can be repeated", async () => {
    const { simulator, desk } = await aLinkedPage();
    const secret = simulator.settings.appSecret;
    const sign = (body: Buffer) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
    for (const name of ["empty", "not-utf8", "deep-nesting", "thousand-entries"] as const) {
      await simulator.webhooks.inject({ odd: name });
      const [attempt] = simulator.attempts().slice(-1);
      expect(attempt).toMatchObject({ status: 200, attempt: 1 });
      expect(Number(attempt?.headers["content-length"]), name).toBeGreaterThanOrEqual(0);
    }
    const utf8 = simulator.attempts()[1];
    await simulator.webhooks.repeat(utf8?.notificationId);
    expect(desk.received.at(-1)?.headers["content-length"]).toBe(utf8?.headers["content-length"]);
    expect(desk.received.at(-1)?.headers["x-hub-signature-256"]).toBe(utf8?.headers["x-hub-signature-256"]);
    await simulator.webhooks.inject({ odd: "re-encoded" });
    const last = desk.received.at(-1);
    expect(last?.headers["x-hub-signature-256"]).not.toBe(sign(Buffer.from(last?.body ?? "")));
    await simulator.webhooks.inject({ odd: "missing-signature" });
    expect(desk.received.at(-1)?.headers).not.toHaveProperty("x-hub-signature-256");
  });
});
