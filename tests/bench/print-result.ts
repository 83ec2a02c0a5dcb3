export interface BenchResult {
  bench: string;
  value: number;
  unit: string;
  /** What the value must keep to, in words; `holds` says whether it does. */
  must?: string;
  holds?: boolean;
  [detail: string]: unknown;
}

/** Prints one result as one line of JSON. One that does not hold makes the benchmark end with exit code 1. */
export function printResult(result: BenchResult) {
  const rounded = Object.entries(result).map(([name, value]) => [
    name,
    typeof value === "number" ? round(value) : value,
  ]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
  if (result.holds === false) process.exitCode = 1;
}

/** Three digits say all that a measurement here can. */
function round(value: number) {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}
