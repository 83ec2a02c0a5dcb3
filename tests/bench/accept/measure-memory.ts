import { startLoadClient } from "./start-load-client";
import { APP_SECRET, startTargetDesk } from "./start-target-desk";

const FIRST = 200_000;
const FURTHER = 100_000;

/** Resident memory once 200,000 notifications are accepted and interpreted, and again after 100,000 more: is it flat? */
export async function measureMemory() {
  const client = startLoadClient(APP_SECRET);
  const desk = await startTargetDesk();
  const take = async (count: number) => {
    await client.prepare(count);
    const { accepted, refused } = await client.fire({ port: desk.port });
    const busyMegabytes = desk.residentMegabytes();
    await desk.caughtUp();
    return { accepted, refused, busyMegabytes, megabytes: desk.residentMegabytes() };
  };
  try {
    const idleMegabytes = desk.residentMegabytes();
    const first = await take(FIRST);
    const further = await take(FURTHER);
    return { idleMegabytes, first, further, refused: first.refused + further.refused };
  } finally {
    client.stop();
    await desk.stop();
  }
}
