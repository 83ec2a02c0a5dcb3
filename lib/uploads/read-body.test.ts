import { expect, test, vi } from "vitest";
import { readBody } from "./read-body";

const chunk = (size: number) => new Uint8Array(size).fill(7);
const options = { limitBytes: 100, idleMs: 30_000, tooLarge: "At most 100 bytes." };

function request(pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>) {
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  const init = { method: "POST", body, duplex: "half" };
  return new Request("http://localhost/", init);
}

test("everything up to the limit is read", async () => {
  let left = 4;
  const read = await readBody(
    request((controller) => {
      if (left-- > 0) controller.enqueue(chunk(25));
      else controller.close();
    }),
    options,
  );
  expect(read).toEqual(chunk(100));
  expect(await readBody(new Request("http://localhost/", { method: "POST" }), options)).toHaveLength(0);
});

test("what is over the limit is refused while it comes, however much more there would be", async () => {
  let pulled = 0;
  const endless = request((controller) => {
    pulled += 1;
    controller.enqueue(chunk(40));
  });
  await expect(readBody(endless, options)).rejects.toMatchObject({
    code: "body_too_large",
    message: "At most 100 bytes.",
  });
  expect(pulled).toBe(3);
});

test("a sender who falls silent is not waited for; one who is slow but steady is", async () => {
  vi.useFakeTimers();
  const silent = readBody(
    request(() => new Promise(() => undefined)),
    options,
  );
  const refused = expect(silent).rejects.toMatchObject({ code: "bad_request" });
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;

  let left = 3;
  const steady = readBody(
    request(async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 25_000));
      if (left-- > 0) controller.enqueue(chunk(10));
      else controller.close();
    }),
    options,
  );
  await vi.advanceTimersByTimeAsync(100_000);
  expect(await steady).toHaveLength(30);
  vi.useRealTimers();
});

test("an upload that breaks off is told as that", async () => {
  const broken = request((controller) => controller.error(new Error("aborted")));
  await expect(readBody(broken, options)).rejects.toMatchObject({ code: "bad_request" });
});
