import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { freePortFromEnv } from "./free-port.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(["127.0.0.1", undefined])(
  "a port that is busy on %s is named, with the variable that changes it",
  async (host) => {
    const server = createServer().listen({ port: 0, host });
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    vi.stubEnv("SIMULATOR_PORT", String(port));
    await expect(freePortFromEnv("SIMULATOR_PORT", 4100)).rejects.toThrow(
      new RegExp(`Port ${port} is already in use.*SIMULATOR_PORT=`),
    );
    server.close();
    await once(server, "close");
    expect(await freePortFromEnv("SIMULATOR_PORT", 4100)).toBe(port);
  },
);

test.each(["http", "0", "70000", "3000.5"])(
  'a port that is "%s" is refused by the name of its variable',
  async (value) => {
    vi.stubEnv("PORT", value);
    await expect(freePortFromEnv("PORT", 3000)).rejects.toThrow(/PORT is ".*", but a port is a whole number/);
  },
);
