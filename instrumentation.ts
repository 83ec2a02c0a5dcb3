/**
 * Where Next is the server (`next dev`, `next start`), the desk starts with it. `server.ts` has started it already, and
 * stops it by itself.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { getDesk } = await import("@/lib/runtime/desk");
  const { printSetupAddress } = await import("@/lib/runtime/print-setup-address");
  const desk = getDesk();
  await printSetupAddress(desk);
  // Next stops listening on SIGTERM and then waits for open streams, which would never end.
  process.once("SIGTERM", () => desk.bus.close());
}
