import { SIMULATED_APP } from "../../scripts/lib/simulator-program.mjs";
import { PAGE_SIZE } from "./inspector/list-searches";
import type { InspectorOrder, InspectorReport, Timing } from "./inspector/measure-inspector";
import { printResult } from "./print-result";
import { runChild } from "./run-child";

const SMALL = 10_000;
const LARGE = 1_000_000;
/** What takes less is instant, and mostly the clock's own doing. */
const LEAST_MS = 3;

/** How long the inspector's list and search take on the server, with ten thousand and with a million stored. */
const order: InspectorOrder = { small: SMALL, large: LARGE, appId: SIMULATED_APP.id };
const { small, large, growMinutes } = await runChild<InspectorReport>(
  new URL("./inspector/measure-inspector.ts", import.meta.url),
  order,
);

/**
 * Of medians: what a search costs, not how the machine was just then. Of searches that fill a page in both: where the
 * small one has less to find, it has less to look at. What a search without an end costs is limited, and shown too.
 */
const growths = large.map(({ medianMs, found }, index) => {
  const before = small[index] as Timing;
  const isAlike = found === PAGE_SIZE && before.found === PAGE_SIZE;
  return isAlike ? Math.max(LEAST_MS, medianMs) / Math.max(LEAST_MS, before.medianMs) : 1;
});
for (const [index, { name, p95Ms, medianMs, found }] of large.entries()) {
  const before = small[index] as Timing;
  printResult({
    bench: `inspector, ${name}`,
    value: p95Ms,
    unit: `ms p95 with ${LARGE}`,
    medianMs,
    found,
    [`medianMsWith${SMALL}`]: before.medianMs,
    [`foundOf${SMALL}`]: before.found,
  });
}

const slowest = large.reduce((a, b) => (a.p95Ms > b.p95Ms ? a : b));
const growth = Math.max(...growths);
printResult({
  bench: "inspector",
  value: slowest.p95Ms,
  unit: `ms, the slowest p95 with ${LARGE} notifications`,
  slowest: slowest.name,
  growth,
  growthOf: large[growths.indexOf(growth)]?.name,
  growMinutes,
  must: `value < 50, growth from ${SMALL} at most 1.5`,
  holds: slowest.p95Ms < 50 && growth <= 1.5,
});
