import { randomBytes } from "node:crypto";
import { SIMULATED_APP } from "./simulator-program.mjs";

/**
 * Every setting of a Pagedesk that talks to the simulator, with secrets made just now. Every one, because what is set
 * wins over a `.env` in the folder: real credentials must not leak into a demo or a test.
 *
 * @param {{ port: number, simulatorUrl: string, databasePath: string }} options
 */
export function throwAwaySettings({ port, simulatorUrl, databasePath }) {
  return {
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: `file:${databasePath}`,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    FACEBOOK_APP_ID: SIMULATED_APP.id,
    FACEBOOK_APP_SECRET: SIMULATED_APP.secret,
    FACEBOOK_VERIFY_TOKEN: randomBytes(16).toString("hex"),
    GRAPH_API_URL: simulatorUrl,
    FACEBOOK_DIALOG_URL: simulatorUrl,
    GRAPH_API_VERSION: "v26.0",
    SETUP_TOKEN: randomBytes(16).toString("hex"),
    WEBHOOK_MAX_BODY_BYTES: String(5 * 1024 * 1024),
    WEBHOOK_ALLOW_SHA1: "false",
    ALLOW_PRIVATE_TARGETS: "false",
    GRAPH_TIMEOUT_MS: "15000",
    OUTBOX_TEXT_PER_SECOND: "300",
    OUTBOX_MEDIA_PER_SECOND: "10",
    OUTBOX_RETRY_MS: "1000",
    LOG_LEVEL: "info",
  };
}
