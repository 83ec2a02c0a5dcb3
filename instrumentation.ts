/** Where Next is the server (`next dev`, `next start`), the desk starts with it. `server.ts` has started it already. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { getDesk } = await import("@/lib/runtime/desk");
  const { printSetupAddress } = await import("@/lib/runtime/print-setup-address");
  await printSetupAddress(getDesk());
}
