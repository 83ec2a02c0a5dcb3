import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on a free port, tells the parent process which, and ends on SIGTERM. */
export function announceServer(server: Server) {
  server.listen(0, () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.once("SIGTERM", () => process.exit(0));
}
