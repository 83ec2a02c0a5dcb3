import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { aSimulator } from "../test-support/a-linked-page";
import { toSignedRequest } from "../wire/signed-request";

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
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/deauthorize` };
}

it("tells the app with a signed request that a person removed it", async () => {
  const app = await anApp("ok");
  const simulator = await aSimulator({ deauthorizeUrl: app.url });
  simulator.user("Dana Demo").removesApp();
  await simulator.settled();
  const signed = new URLSearchParams(app.bodies[0]).get("signed_request") ?? "";
  const payload = JSON.parse(Buffer.from(signed.split(".")[1] ?? "", "base64url").toString());
  expect(payload).toMatchObject({ algorithm: "HMAC-SHA256", user_id: "9000000000000001" });
  expect(toSignedRequest(payload, simulator.settings.appSecret)).toBe(signed);
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
