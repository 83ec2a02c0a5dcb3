import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { collectCopy } from "./collect-copy";

const bytes = (text: string) => new TextEncoder().encode(text);
const toStream = (chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>;
const stream = (...chunks: string[]) => toStream(chunks.map(bytes));

test("everything is passed on, and kept once it is there as a whole", async () => {
  const kept: string[] = [];
  const passed = collectCopy(stream("ze", "bra"), 5, (body) => kept.push(body.toString()));
  expect(await new Response(passed).text()).toBe("zebra");
  expect(kept).toEqual(["zebra"]);
});

test("what is larger than is kept is passed on all the same; nothing is kept of nothing", async () => {
  const kept: string[] = [];
  expect(await new Response(collectCopy(stream("ze", "bra"), 4, (body) => kept.push(body.toString()))).text()).toBe(
    "zebra",
  );
  expect(await new Response(collectCopy(stream(), 4, (body) => kept.push(body.toString()))).text()).toBe("");
  expect(kept).toEqual([]);
});

test("what breaks off, or is not waited for, is not kept", async () => {
  const kept: string[] = [];
  async function* breaking() {
    yield bytes("ze");
    throw new Error("gone");
  }
  const broken = collectCopy(toStream(breaking()), 9, (body) => kept.push(body.toString()));
  await expect(new Response(broken).text()).rejects.toThrow("gone");
  const left = collectCopy(stream("ze", "bra"), 9, (body) => kept.push(body.toString())).getReader();
  await left.read();
  await left.cancel();
  expect(kept).toEqual([]);
});

test("many at a time hold no more than there is room for; the room is there again afterwards", async () => {
  const kept: number[] = [];
  const large = () => stream("x".repeat(8 * 1024 * 1024));
  const readers = Array.from({ length: 12 }, () =>
    collectCopy(large(), 8 * 1024 * 1024, (body) => kept.push(body.length)).getReader(),
  );
  for (const reader of readers) await reader.read();
  for (const reader of readers) expect((await reader.read()).done).toBe(true);
  expect(kept).toHaveLength(8);
  await new Response(collectCopy(large(), 8 * 1024 * 1024, (body) => kept.push(body.length))).arrayBuffer();
  expect(kept).toHaveLength(9);
});
