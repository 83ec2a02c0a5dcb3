import { DEMO_SETTINGS } from "./simulator-settings";
import { startSimulator } from "./start-simulator";

/** Runs the simulator alone: `tsx simulator/main.ts`, or `npm run simulator`. */
const { SIMULATOR_PORT, SIMULATOR_HOST, FACEBOOK_APP_ID, FACEBOOK_APP_SECRET, SIMULATOR_SEED, SIMULATOR_APP_NAME } =
  process.env;
const { SIMULATOR_DEAUTHORIZE_URL, SIMULATOR_DATA_DELETION_URL } = process.env;
const port = Number(SIMULATOR_PORT ?? DEMO_SETTINGS.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`SIMULATOR_PORT must be a port number such as 4100, not "${SIMULATOR_PORT}".`);
  process.exit(1);
}
// The product's secret may be a list for rotation; requests are signed with the first.
const appSecret = FACEBOOK_APP_SECRET?.split(",")[0]?.trim();
try {
  const simulator = await startSimulator({
    ...DEMO_SETTINGS,
    port,
    ...(SIMULATOR_HOST === undefined ? {} : { host: SIMULATOR_HOST }),
    ...(FACEBOOK_APP_ID === undefined ? {} : { appId: FACEBOOK_APP_ID }),
    ...(appSecret === undefined || appSecret === "" ? {} : { appSecret }),
    ...(SIMULATOR_APP_NAME === undefined ? {} : { appName: SIMULATOR_APP_NAME }),
    deauthorizeUrl: SIMULATOR_DEAUTHORIZE_URL || null,
    dataDeletionUrl: SIMULATOR_DATA_DELETION_URL || null,
    ...(SIMULATOR_SEED === "empty" ? { seed: "empty" } : {}),
  });
  console.log(`Simulator ready at ${simulator.url} (Graph API, login dialog and its own page)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  }
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(taken ? `Port ${port} is in use. Set SIMULATOR_PORT to a free one.` : error);
  process.exit(1);
}
