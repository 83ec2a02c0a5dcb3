import { measureBurst } from "./accept/measure-burst";
import { measureMemory } from "./accept/measure-memory";
import { type Measured, measureThroughput } from "./accept/measure-throughput";
import { printResult } from "./print-result";

/** How fast and how steadily signed notifications are accepted, with interpreting running beside it. */
const { limit, express, pagedesk, ratioToLimit, ratioToExpress } = await measureThroughput();

const speed = ({ acceptedPerSecond, p50Ms, p99Ms, refused, rounds }: Measured) => ({
  value: acceptedPerSecond,
  unit: "notifications/s",
  p50Ms,
  p99Ms,
  refused,
  clientCpu: Math.max(...rounds.map(({ clientCpu }) => clientCpu)),
});

printResult({ bench: "accept.limit-program", ...speed(limit) });
printResult({ bench: "accept.express-sample", ...speed(express) });
printResult({
  bench: "accept",
  ...speed(pagedesk),
  ratioToLimit,
  ratioToExpress,
  must: "ratioToLimit >= 0.5, ratioToExpress >= 1.2, p99Ms < 50, refused 0",
  holds: ratioToLimit >= 0.5 && ratioToExpress >= 1.2 && pagedesk.p99Ms < 50 && pagedesk.refused === 0,
});

const burst = await measureBurst();
printResult({
  bench: "accept.backlog-after-burst",
  value: burst.caughtUpMs,
  unit: "ms",
  ...burst,
  must: "value < 5000, refused 0, every message kept",
  holds: burst.caughtUpMs < 5_000 && burst.refused === 0 && burst.messages === burst.accepted,
});

const memory = await measureMemory();
const growth = memory.further.megabytes - memory.first.megabytes;
printResult({
  bench: "accept.memory",
  value: memory.first.megabytes,
  unit: "MB resident after 200,000 notifications",
  idleMegabytes: memory.idleMegabytes,
  whileBusyMegabytes: memory.first.busyMegabytes,
  after100kMoreMegabytes: memory.further.megabytes,
  refused: memory.refused,
  must: "value < 400, and at most 20 more after 100,000 more",
  holds: memory.first.megabytes < 400 && growth <= 20 && memory.refused === 0,
});
