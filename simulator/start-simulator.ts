import type { AddressInfo } from "node:net";
import { createWorld } from "./create-world";
import { createSimulatorServer } from "./http/create-simulator-server";
import type { Simulator } from "./simulator";
import { DEFAULT_SETTINGS, type SimulatorSettings } from "./simulator-settings";
import { toSimulator } from "./to-simulator";

export type { Simulator } from "./simulator";

/**
 * Starts a simulator on its own port.
 *
 * @throws Error when the port is taken
 */
export async function startSimulator(options: Partial<SimulatorSettings> = {}): Promise<Simulator> {
  const settings: SimulatorSettings = { ...DEFAULT_SETTINGS, ...options };
  const closing = new AbortController();
  const world = createWorld({ ...settings }, closing.signal);
  const simulator = toSimulator(world, settings);
  const server = createSimulatorServer(world, () => simulator);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `http://${settings.host === "127.0.0.1" ? "localhost" : settings.host}:${port}`;
  return Object.assign(simulator, {
    url: world.origin,
    port,
    close: async () => {
      closing.abort();
      world.queue.close();
      world.clock.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  });
}
