import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { aSimulator } from "../test-support/a-linked-page";
import { toSignedRequest } from "../wire/signed-request";
import { SIGNED_REQUEST_KINDS } from "./signed-callbacks";

/** An app that keeps the signed requests it gets and answers them all alike. */
async function anApp(answer: string) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback` };
}

const signedIn = (body = "") => new URLSearchParams(body).get("signed_request");
const payloadOf = (signed: string | null) =>
  JSON.parse(Buffer.from(signed?.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;

it("tells the app with a signed request that a person removed it", async () => {
  const app = await anApp("ok");
  const simulator = await aSimulator({ deauthorizeUrl: app.url });
  simulator.user("Dana Demo").removesApp();
  await simulator.settled();
  const signed = signedIn(app.bodies[0]);
  expect(payloadOf(signed)).toMatchObject({ algorithm: "HMAC-SHA256", user_id: "9000000000000001" });
  expect(toSignedRequest(payloadOf(signed), simulator.settings.appSecret)).toBe(signed);
});

it("says whether the answer to a data deletion request is complete", async () => {
  const right = await anApp('{"url":"https://desk.example.test/d/1","confirmation_code":"1"}');
  const wrong = await anApp("done");
  const simulator = await aSimulator();
  const dana = simulator.user("Dana Demo");
  await expect(dana.asksForDataDeletion()).rejects.toThrow("No data deletion address");
  simulator.set({ dataDeletionUrl: right.url });
  expect(await dana.asksForDataDeletion()).toMatchObject({ status: 200, isComplete: true });
  simulator.set({ dataDeletionUrl: wrong.url });
  expect(await dana.asksForDataDeletion()).toMatchObject({ isComplete: false });
});

it("makes every signed request that must be refused, and repeats one to the byte", async () => {
  const app = await anApp("ok");
  const simulator = await aSimulator({ deauthorizeUrl: app.url });
  const dana = simulator.user("Dana Demo");
  await expect(dana.callsBack("deauthorize", "repeat")).rejects.toThrow("Nothing was sent");
  for (const kind of SIGNED_REQUEST_KINDS) await dana.callsBack("deauthorize", kind);
  const sent = Object.fromEntries(SIGNED_REQUEST_KINDS.map((kind, index) => [kind, signedIn(app.bodies[index])]));
  const isRight = (signed: string | null = null) =>
    signed === toSignedRequest(payloadOf(signed), simulator.settings.appSecret);
  expect(Object.keys(sent).filter((kind) => kind !== "malformed" && sent[kind] && isRight(sent[kind]))).toEqual([
    "good",
    "stale",
    "unsigned",
    "no-user",
  ]);
  expect(Number(payloadOf(sent.stale ?? null).issued_at)).toBeLessThan(simulator.nowMs() / 1000 - 86_400);
  expect(payloadOf(sent.unsigned ?? null).algorithm).toBe("none");
  expect(sent.missing).toBeNull();
  await dana.callsBack("deauthorize", "good");
  await dana.callsBack("deauthorize", "repeat");
  expect(app.bodies.at(-1)).toBe(app.bodies.at(-2));
});
