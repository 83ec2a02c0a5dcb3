import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startDesk } from "../../support/start-desk";
import { runChild } from "../run-child";
import type { PacedOrder, PacedReport } from "../sustained/paced-client";
import type { FillOrder } from "./fill-outbox";
import { startGraphStandIn } from "./start-graph-stand-in";

export type SendLoad = { pages: number; perSecondOfPage: number; seconds: number; webhooksPerSecond: number };

/** The outbox works off what is queued for many Pages while notifications come in: how fast either goes. */
export async function measureSends({ pages, perSecondOfPage, seconds, webhooksPerSecond }: SendLoad) {
  const folder = mkdtempSync(join(tmpdir(), "pagedesk-outbox-"));
  const databasePath = join(folder, "pagedesk.db");
  const encryptionKey = randomBytes(32).toString("base64");
  const messagesPerConversation = 5;
  const conversationsPerPage = Math.ceil((perSecondOfPage * (seconds + 10)) / messagesPerConversation);
  const order: FillOrder = { databasePath, encryptionKey, pages, conversationsPerPage, messagesPerConversation };
  await runChild(new URL("./fill-outbox.ts", import.meta.url), order);
  const graph = await startGraphStandIn();
  const desk = await startDesk({
    simulatorUrl: graph.url,
    databasePath,
    env: { ENCRYPTION_KEY: encryptionKey, OUTBOX_TEXT_PER_SECOND: String(perSecondOfPage), LOG_LEVEL: "warn" },
  });
  try {
    // The start, and the first burst of every Page, are over.
    await sleep(5_000);
    const before = await graph.report();
    const startedMs = performance.now();
    const { appSecret } = desk.settings;
    const paced: PacedOrder = { port: desk.port, perSecond: webhooksPerSecond, seconds, appSecret };
    const fired = await runChild<PacedReport>(new URL("../sustained/paced-client.ts", import.meta.url), paced);
    const elapsedMs = performance.now() - startedMs;
    const after = await graph.report();
    return { ...after, sentPerSecond: ((after.sends - before.sends) / elapsedMs) * 1000, fired };
  } finally {
    await desk.dispose();
    await graph.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
