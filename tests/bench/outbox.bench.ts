import { measurePress } from "./outbox/measure-press";
import { measureSends } from "./outbox/measure-sends";
import { printResult } from "./print-result";

const PAGES = 50;
const PER_SECOND_OF_PAGE = 10;
const WEBHOOKS_PER_SECOND = 500;
const REPLIES = 100;

/** The outbox keeps up with the rate it is given, inbound work does not wait for it, and a reply goes out at once. */
const allowed = PAGES * PER_SECOND_OF_PAGE;
const { sentPerSecond, doubles, outOfOrder, fired } = await measureSends({
  pages: PAGES,
  perSecondOfPage: PER_SECOND_OF_PAGE,
  seconds: 20,
  webhooksPerSecond: WEBHOOKS_PER_SECOND,
});
const ratioToAllowed = sentPerSecond / allowed;
printResult({
  bench: "outbox",
  value: sentPerSecond,
  unit: `sends/s at ${PAGES} Pages, ${allowed} allowed`,
  ratioToAllowed,
  doubles,
  outOfOrder,
  acceptP50Ms: fired.p50Ms,
  acceptP99Ms: fired.p99Ms,
  acceptedPerSecond: (fired.accepted / fired.elapsedMs) * 1000,
  refused: fired.refused,
  must: "0.9 <= ratioToAllowed <= 1.02, acceptP99Ms < 100, doubles 0, outOfOrder 0, refused 0",
  holds:
    ratioToAllowed >= 0.9 && ratioToAllowed <= 1.02 && fired.p99Ms < 100 && doubles + outOfOrder + fired.refused === 0,
});

const delays = await measurePress(REPLIES);
const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? Number.NaN;
printResult({
  bench: "outbox.press",
  value: at(0.95),
  unit: "ms from Enter in the composer to the request at Graph (p95)",
  p50Ms: at(0.5),
  slowestMs: at(1),
  must: "value < 60",
  holds: at(0.95) < 60,
});
