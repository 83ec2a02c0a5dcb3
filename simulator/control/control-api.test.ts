import { describe, expect, it } from "vitest";
import type { Simulator } from "../start-simulator";
import { aLinkedPage, aSimulator, HARBOR } from "../test-support/a-linked-page";

async function control({ url }: Simulator, method: string, path: string, body?: Record<string, unknown>, headers = {}) {
  const response = await fetch(`${url}/_simulator${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("the control API", () => {
  it("does over HTTP what tests do in process", async () => {
    const { simulator, desk, send } = await aLinkedPage();
    const person = `/people/${encodeURIComponent("Ana Lima")}/${HARBOR}`;
    await control(simulator, "POST", `${person}/says`, { text: "Oi" });
    await control(simulator, "POST", `${person}/sends-image`, { name: "bike" });
    await control(simulator, "POST", "/settled");
    expect(desk.items()).toMatchObject([
      { message: { text: "Oi" } },
      { message: { attachments: [{ type: "image" }] } },
    ]);
    await send({ text: "Olá" });
    expect((await control(simulator, "GET", `${person}/received`)).body).toMatchObject({ lastReceived: "Olá" });
    await control(simulator, "PUT", "/webhooks/switches", { signature: "bad" });
    expect(simulator.webhooks.switches.signature).toBe("bad");
    await control(simulator, "POST", "/faults", { operation: "messages", code: 613, times: 2 });
    expect((await send({ text: "x" })).body.error?.code).toBe(613);
    await control(simulator, "POST", "/users/Dana%20Demo/kill-tokens", { cause: "password_changed" });
    expect((await send({ text: "x" })).body.error?.code).toBe(613);
    expect((await send({ text: "x" })).body.error).toMatchObject({ code: 190, error_subcode: 460 });
    const injected = await control(simulator, "POST", "/webhooks/inject", { raw: "{", signature: "good" });
    expect(injected.body).toMatchObject({ attempt: { status: 200, body: "{" } });
  });

  it("says what is wrong with a call", async () => {
    const simulator = await aSimulator();
    expect(await control(simulator, "POST", "/people/Nobody/Nowhere/says", { text: "x" })).toMatchObject({
      status: 400,
    });
    expect((await control(simulator, "POST", `/people/ana-lima/${HARBOR}/says`, {})).body).toEqual({
      error: '"text" is missing.',
    });
    expect((await control(simulator, "PUT", "/webhooks/switches", { signature: "odd" })).body.error).toContain(
      "must be one of",
    );
    expect((await control(simulator, "GET", "/nope")).status).toBe(404);
  });

  it("is not for pages of other sites", async () => {
    const simulator = await aSimulator();
    expect((await control(simulator, "POST", "/reset", {}, { origin: "https://evil.example.test" })).status).toBe(403);
    expect((await control(simulator, "POST", "/reset", {}, { origin: simulator.url })).status).toBe(200);
  });
});
