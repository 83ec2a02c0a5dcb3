import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SIMULATED_APP } from "../../scripts/lib/simulator-program.mjs";
import { eventually } from "../support/eventually";
import { startOwnedDesk } from "../support/owned-desk";
import { postSigned, rawRequest, signature } from "../support/signed-post";
import { INSIDE_ADDRESSES, REFUSED_PORTS } from "../support/ssrf-corpus";

/** "Send to my machine": a stored notification goes to an address a developer names, as Meta would send it. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let receiver: Server;
let machine: string;
const received: { headers: IncomingHttpHeaders; body: Buffer; url: string | undefined }[] = [];

const ODD = Buffer.concat([Buffer.from('{"object":"page","entry":[],"x":"\\u00e4 '), Buffer.from([0xff, 0x00, 0x0a])]);

beforeAll(async () => {
  owned = await startOwnedDesk({
    pageIds: [],
    env: {
      ALLOW_PRIVATE_TARGETS: "true",
      FACEBOOK_APP_SECRET: `${SIMULATED_APP.secret},old-secret`,
      WEBHOOK_MAX_BODY_BYTES: "100000",
    },
  });
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks), url: request.url });
      if (request.url === "/led-on") response.writeHead(307, { location: "http://169.254.169.254/" }).end();
      else response.writeHead(202).end("on my machine");
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  machine = `http://localhost:${(receiver.address() as AddressInfo).port}/hook?key=hush`;
  // Signed by the secret that is on its way out.
  await postSigned(`${owned.desk.url}/api/webhook`, "old-secret", ODD);
});
afterAll(async () => {
  receiver?.closeAllConnections();
  receiver?.close();
  await owned?.end();
});

const relay = (id: string, url: string) => owned.client.post(`/api/notifications/${id}/relay`, { url });

async function newestId(): Promise<string> {
  return eventually(async () => {
    const { body } = await owned.client.get<{ notifications: { id: string }[] }>("/api/notifications?limit=1");
    expect(body.notifications).toHaveLength(1);
    return body.notifications[0]?.id ?? "";
  });
}

describe("a stored notification", () => {
  test("arrives byte for byte, signed anew by the secret of today, and marked", async () => {
    const id = await newestId();
    expect(await relay(id, machine)).toMatchObject({
      status: 200,
      body: { status: 202, answer: "on my machine", durationMs: expect.any(Number) },
    });
    expect(received).toHaveLength(1);
    const [{ headers, body, url }] = received as [(typeof received)[number]];
    expect(body.equals(ODD)).toBe(true);
    expect(url).toBe("/hook?key=hush");
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "facebookexternalua",
      "x-hub-signature-256": signature(ODD, SIMULATED_APP.secret),
      "x-hub-signature": expect.stringMatching(/^sha1=[0-9a-f]{40}$/),
      "x-pagedesk-redelivery": id,
    });
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("authorization");
  });

  test("is a line in the audit log, without what the address carries, and not in the log", () => {
    const db = new Database(owned.desk.databasePath, { readonly: true });
    const lines = db.prepare("SELECT target, detail FROM audit_log WHERE action = 'notification.relayed'").all();
    db.close();
    expect(lines).toEqual([{ target: "1", detail: JSON.stringify({ host: new URL(machine).host }) }]);
    expect(owned.desk.logs()).not.toContain("hush");
  });

  test("can be taken home as it came", async () => {
    const response = await owned.client.fetch(`${owned.desk.url}/api/notifications/1/raw`);
    expect(Buffer.from(await response.arrayBuffer()).equals(ODD)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": 'attachment; filename="notification-1.json"',
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(await owned.client.get("/api/notifications/77/raw")).toMatchObject({ status: 404 });
  });
});

describe("is not sent", () => {
  test("when Facebook has not signed it, or it is not there", async () => {
    await rawRequest(`${owned.desk.url}/api/webhook`, { body: '{"object":"page","entry":[]}' });
    const forged = await newestId();
    expect(forged).not.toBe("1");
    expect(await relay(forged, machine)).toMatchObject({ status: 409, body: { code: "relay_impossible" } });
    expect(await relay("77", machine)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(received).toHaveLength(1);
  });

  test("to what is no address, or nobody's", async () => {
    expect(await relay("1", "ftp://localhost/")).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    expect(await relay("1", "http://user:pass@localhost/")).toMatchObject({
      status: 422,
      body: { code: "target_refused" },
    });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await relay("1", `http://127.0.0.1:${port}/`)).toMatchObject({
      status: 502,
      body: { code: "target_unreachable" },
    });
  });

  test("further than to the address that was named: a redirect is told, not followed", async () => {
    const before = received.length;
    const { port } = receiver.address() as AddressInfo;
    const led = await relay("1", `http://localhost:${port}/led-on`);
    expect(led).toMatchObject({ status: 200, body: { status: 307 } });
    expect(received.slice(before).map(({ url }) => url)).toEqual(["/led-on"]);
    received.length = before;
  });

  test("into a private network, unless a setting allows it", async () => {
    await using desk = await (async () => {
      const other = await startOwnedDesk({ pageIds: [], env: { LOG_LEVEL: "fatal" } });
      return { ...other, [Symbol.asyncDispose]: other.end };
    })();
    await postSigned(`${desk.desk.url}/api/webhook`, desk.desk.settings.appSecret, ODD);
    for (const url of [machine, ...INSIDE_ADDRESSES.map(([, address]) => address), ...REFUSED_PORTS]) {
      expect(await desk.client.post("/api/notifications/1/relay", { url }), url).toMatchObject({
        status: 422,
        body: { code: "target_refused" },
      });
    }
    expect(received).toHaveLength(1);
  });
});
