import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { endWhenLate } from "./end-when-late";

const server = createServer((request, response) => {
  endWhenLate(request, 50);
  request.resume().on("end", () => response.end("whole"));
});
afterEach(() => server.close());

test("a request that is not in by then loses its connection; one that came whole is answered, however late", async () => {
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const half = connect(port, "localhost");
  half.on("error", () => undefined);
  half.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf");
  await once(half, "close");
  const answer = await fetch(`http://localhost:${port}/`, { method: "POST", body: "0123456789" });
  expect(await answer.text()).toBe("whole");
});
