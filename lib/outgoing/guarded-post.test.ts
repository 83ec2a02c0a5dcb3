import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { INSIDE_ADDRESSES, REFUSED_ADDRESSES, REFUSED_PORTS } from "@/tests/support/ssrf-corpus";
import { guardedPost } from "./guarded-post";
import { type Resolve, resolveTarget } from "./resolve-target";

const call = { headers: { "content-type": "application/json", "x-mark": "1" }, body: Buffer.from('{"a":1}') };
const guarded = { allowPrivate: false };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server on this machine; answers its port. */
async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Answers one list of addresses after the other, and the last one from then on; and keeps count. */
function names(...answers: string[][]): Resolve & { asked: string[] } {
  const asked: string[] = [];
  const resolve = async (host: string) => {
    const addresses = answers[Math.min(asked.push(host), answers.length) - 1] ?? [];
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return Object.assign(resolve, { asked });
}

describe("is refused before anything is sent", () => {
  test.each(INSIDE_ADDRESSES)("%s: %s", async (_, address) => {
    const resolve = names(["93.184.215.14"]);
    const refused = { code: "target_refused", status: 422, message: expect.stringContaining("private network") };
    await expect(guardedPost(address, call, { ...guarded, resolve })).rejects.toMatchObject(refused);
    expect(resolve.asked).toEqual([]);
  });

  test.each(REFUSED_ADDRESSES)("%s (%s), also where private addresses are allowed", async (_, address) => {
    const resolve = names(["93.184.215.14"]);
    for (const allowPrivate of [false, true]) {
      const posted = guardedPost(address, call, { allowPrivate, resolve });
      await expect(posted).rejects.toMatchObject({ code: "target_refused" });
    }
    expect(resolve.asked).toEqual([]);
  });

  test.each(REFUSED_PORTS)("a port that speaks something else: %s", async (address) => {
    await expect(guardedPost(address, call, guarded)).rejects.toMatchObject({ code: "target_refused" });
  });

  test("but not the usual ports and the free ones", async () => {
    for (const port of [80, 443, 3000, 8443]) {
      const { url } = await resolveTarget(`http://93.184.215.14:${port}/`, { allowPrivate: false });
      expect(url.hostname).toBe("93.184.215.14");
    }
  });

  test("a name that leads to a private address, alone or among others", async () => {
    for (const addresses of [
      ["10.0.0.7"],
      ["93.184.215.14", "127.0.0.1"],
      ["2606:4700::1111", "::1"],
      ["64:ff9b::a9fe:a9fe"],
    ]) {
      const posted = guardedPost("http://inside.example.test/", call, { ...guarded, resolve: names(addresses) });
      await expect(posted).rejects.toMatchObject({ code: "target_refused" });
    }
  });
});

describe("the connection", () => {
  test("is not made when the name has come to lead inside by the second request", async () => {
    const port = await serve((_, response) => response.end("inside"));
    const resolve = names(["127.0.0.1"], ["127.0.0.1"]);
    const address = `http://rebinding.example.test:${port}/`;
    expect(await guardedPost(address, call, { allowPrivate: true, resolve })).toMatchObject({ answer: "inside" });
    await expect(guardedPost(address, call, { ...guarded, resolve })).rejects.toMatchObject({ code: "target_refused" });
    expect(resolve.asked).toHaveLength(2);
  });

  test("goes to the address that was checked, whatever the name says a moment later", async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      seen.push(request.method, request.headers.host, request.headers["x-mark"]);
      request.on("data", (chunk: Buffer) => seen.push(chunk.toString())).on("end", () => response.end("taken"));
    });
    const resolve = names(["127.0.0.1"], ["203.0.113.9"]);
    const address = `http://rebinding.example.test:${port}/path`;
    const answer = await guardedPost(address, call, { allowPrivate: true, resolve });
    expect(answer).toEqual({ status: 200, durationMs: expect.any(Number), answer: "taken" });
    expect(seen).toEqual(["POST", `rebinding.example.test:${port}`, "1", '{"a":1}']);
    expect(resolve.asked).toEqual(["rebinding.example.test"]);
  });

  test("does not follow a redirect, wherever it leads", async () => {
    const location = "http://169.254.169.254/latest/meta-data";
    const port = await serve((_, response) => response.writeHead(307, { location }).end("over there"));
    const answer = await guardedPost(`http://localhost:${port}/`, call, { allowPrivate: true });
    expect(answer).toMatchObject({ status: 307, answer: "over there" });
  });
});

describe("the answer", () => {
  test("is cut at 4 KB, and the rest is not waited for", async () => {
    const port = await serve((_, response) => response.write("x".repeat(10_000)));
    const { answer } = await guardedPost(`http://127.0.0.1:${port}/`, call, { allowPrivate: true });
    expect(answer).toBe("x".repeat(4_096));
  });

  test("that never comes, or never ends, is not waited for longer than the limit", async () => {
    const quick = { allowPrivate: true, timeoutMs: 60 };
    const silent = await serve(() => {});
    await expect(guardedPost(`http://127.0.0.1:${silent}/`, call, quick)).rejects.toMatchObject({
      code: "target_unreachable",
      status: 502,
      message: expect.stringContaining("ten seconds"),
    });
    const slow = await serve((_, response) => response.writeHead(500).write("begun"));
    expect(await guardedPost(`http://127.0.0.1:${slow}/`, call, quick)).toMatchObject({ status: 500, answer: "begun" });
    const resolve = () => new Promise<never>(() => {});
    const lost = guardedPost("http://slow-dns.example.test/", call, { ...quick, resolve });
    await expect(lost).rejects.toMatchObject({ code: "target_unreachable" });
  });

  test("of nobody says so", async () => {
    const port = await serve(() => {});
    ends.pop()?.();
    const refused = guardedPost(`http://127.0.0.1:${port}/`, call, { allowPrivate: true });
    await expect(refused).rejects.toMatchObject({
      code: "target_unreachable",
      message: `127.0.0.1:${port} did not answer (ECONNREFUSED).`,
    });
    const unknown = guardedPost("http://nowhere.example.test/", call, { ...guarded, resolve: names([]) });
    await expect(unknown).rejects.toMatchObject({
      code: "target_unreachable",
      message: expect.stringContaining("nowhere"),
    });
  });
});
