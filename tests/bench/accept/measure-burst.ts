import { startLoadClient } from "./start-load-client";
import { APP_SECRET, startTargetDesk } from "./start-target-desk";

const BURST_MS = 10_000;
const MOST_PER_SECOND = 45_000;

/** Ten seconds at full speed, then silence: is interpreting starved meanwhile, and how soon has it caught up? */
export async function measureBurst() {
  const client = startLoadClient(APP_SECRET);
  const desk = await startTargetDesk();
  try {
    await client.prepare((BURST_MS / 1000) * MOST_PER_SECOND);
    const { accepted, refused, elapsedMs } = await client.fire({ port: desk.port, maxMs: BURST_MS });
    const backlog = desk.database.countUninterpreted();
    const caughtUpMs = await desk.caughtUp();
    const messages = desk.database.countMessages();
    return { accepted, refused, backlog, caughtUpMs, messages, acceptedPerSecond: (accepted / elapsedMs) * 1000 };
  } finally {
    client.stop();
    await desk.stop();
  }
}
