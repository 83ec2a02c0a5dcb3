import { startOwnedDesk } from "../support/owned-desk";
import { median } from "./median";
import { printResult } from "./print-result";

const ROUNDS = 5;
const STREAMS = 10;

/** From SIGTERM to the end of the process, with browsers that listen. */
const { desk, client, end } = await startOwnedDesk();
try {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = () => fetch(`${desk.url}/api/stream`, { headers: { cookie: client.cookieHeader } });
    const ends = (await Promise.all(Array.from({ length: STREAMS }, open))).map((stream) => stream.text());
    const askedMs = performance.now();
    await desk.stop("SIGTERM");
    times.push(performance.now() - askedMs);
    await Promise.all(ends);
    await desk.restart();
  }
  const slowest = Math.max(...times);
  printResult({
    bench: "stop",
    value: slowest,
    unit: `ms, the slowest end of ${ROUNDS} with ${STREAMS} streams open`,
    median: median(times),
    must: "value < 2000",
    holds: slowest < 2_000,
  });
} finally {
  await end();
}
