import { printResult } from "./print-result";
import { measureSustained } from "./sustained/measure-sustained";

const PER_SECOND = 5_000;
const SECONDS = 60;

/** Five thousand events a second for a minute, a mixture as in life: accepted, applied, and no backlog that grows. */
const { appliedPerSecond, barePerSecond, behindEarly, behindLate, behindMost, areAllThere, ...fired } =
  await measureSustained({ perSecond: PER_SECOND, seconds: SECONDS });
// A second's worth is no growth: samples are taken somewhere between two batches.
const isGrowing = behindLate > behindEarly + PER_SECOND;

printResult({
  bench: "sustained.limit-program",
  value: barePerSecond,
  unit: "events/s, the same rows written bare",
});
printResult({
  bench: "sustained",
  value: appliedPerSecond,
  unit: "events/s accepted and applied",
  ratioToLimit: appliedPerSecond / barePerSecond,
  ...fired,
  behindEarly,
  behindLate,
  behindMost,
  behindLateMs: (behindLate / PER_SECOND) * 1000,
  areAllThere,
  must: "value >= 0.95 * 5000, behindLate <= behindEarly + 5000, p99Ms < 100, refused 0, areAllThere",
  holds: appliedPerSecond >= 0.95 * PER_SECOND && !isGrowing && fired.p99Ms < 100 && fired.refused === 0 && areAllThere,
});
