import { describe, expect, it } from "vitest";
import type { Simulator } from "../simulator";
import { aLinkedPage, appToken, aSimulator, HARBOR } from "../test-support/a-linked-page";

interface Answer {
  code: number;
  headers?: Array<{ name: string; value: string }>;
  body: string;
}

async function callBatch({ url }: Simulator, token: string, batch: unknown, { path = "/v26.0/", more = {} } = {}) {
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams({ batch: JSON.stringify(batch), ...more }),
  });
  return { status: response.status, answers: (await response.json()) as Array<Answer | null> };
}

const bodyOf = (answer: Answer | null | undefined) => JSON.parse(answer?.body ?? "null") as Record<string, unknown>;
const debug = (token: string) => ({ method: "GET", relative_url: `debug_token?input_token=${token}` });

describe("a batch", () => {
  it("inspects tokens with no token in any address", async () => {
    const { simulator, token } = await aLinkedPage();
    const { status, answers } = await callBatch(simulator, appToken(simulator), [debug(token), debug("EAAMwrong")]);
    expect(status).toBe(200);
    expect(answers[0]).toMatchObject({ code: 200, headers: expect.arrayContaining([expect.anything()]) });
    expect(bodyOf(answers[0])).toMatchObject({ data: { is_valid: true, type: "PAGE", profile_id: HARBOR } });
    expect(bodyOf(answers[1])).toMatchObject({ data: { is_valid: false, error: { code: 190 } } });
    const calls = simulator.graphCalls("debug_token");
    expect(calls).toMatchObject([{ path: "/v26.0/", query: "" }, { body: expect.stringContaining("EAAMwrong") }]);
    expect(simulator.graphCalls("batch")).toEqual([]);
  });

  it("does its operations in order, each with its own token if it has one", async () => {
    const { simulator, token, userToken } = await aLinkedPage();
    const batch = [
      { method: "POST", relative_url: `${HARBOR}/subscribed_apps`, body: "subscribed_fields=messages" },
      { method: "GET", relative_url: `v26.0/${HARBOR}/subscribed_apps` },
      { method: "GET", relative_url: `me?fields=id&access_token=${userToken.value}` },
      { method: "GET", relative_url: "nowhere" },
    ];
    const { answers } = await callBatch(simulator, token, batch, { path: "/", more: { include_headers: "false" } });
    expect(bodyOf(answers[0])).toEqual({ success: true });
    expect(bodyOf(answers[1])).toMatchObject({ data: [{ subscribed_fields: ["messages"] }] });
    expect(bodyOf(answers[2])).toEqual({ id: "9000000000000001" });
    expect(answers[3]).toMatchObject({ code: 400 });
    expect(answers[0]).not.toHaveProperty("headers");
  });

  it("answers null for an operation that never came back, and fails as a whole for the next call", async () => {
    const { simulator, token } = await aLinkedPage();
    const app = appToken(simulator);
    simulator.faults.failNext({ operation: "debug_token", hang: true });
    expect((await callBatch(simulator, app, [debug(token), debug(token)])).answers).toMatchObject([
      null,
      { code: 200 },
    ]);
    simulator.faults.failNext({ code: 2 });
    expect((await callBatch(simulator, app, [debug(token)])).answers).toMatchObject({ error: { code: 2 } });
    expect(simulator.graphCalls("batch")).toMatchObject([{ error: "2" }]);
  });

  it.each([
    ["no list", {}],
    ["nothing to do", []],
    ["an operation without an address", [{ method: "GET" }]],
    ["too many", Array.from({ length: 51 }, () => debug("x"))],
  ])("refuses %s", async (_, batch) => {
    const simulator = await aSimulator();
    const { status, answers } = await callBatch(simulator, appToken(simulator), batch);
    expect({ status, answers }).toMatchObject({ status: 400, answers: { error: { code: 100 } } });
  });

  it("needs a token that works", async () => {
    const simulator = await aSimulator();
    const { answers } = await callBatch(simulator, "wrong", [debug("x")]);
    expect(answers).toMatchObject({ error: { code: 190 } });
  });
});
