import { SIMULATED_APP } from "../../scripts/lib/simulator-program.mjs";
import { printResult } from "./print-result";
import type { PrivacyOrder, PrivacyReport } from "./privacy/measure-privacy";
import { runChild } from "./run-child";

/**
 * How long everything else waits while a person of a hundred thousand messages is taken out and erased, and payloads
 * that are too old are deleted, on a desk of a million notifications.
 */
const order: PrivacyOrder = {
  notifications: 1_000_000,
  ofOnePerson: 100_000,
  retentionMs: 30_000,
  appId: SIMULATED_APP.id,
};
const { growMinutes, ...parts } = await runChild<PrivacyReport>(
  new URL("./privacy/measure-privacy.ts", import.meta.url),
  order,
);

for (const [name, { heldMs, ...details }] of Object.entries(parts)) {
  printResult({
    bench: `privacy, ${name}`,
    value: heldMs,
    unit: "ms, the longest that everything else waited",
    ...details,
    must: "value < 100",
    holds: heldMs < 100,
  });
}
printResult({ bench: "privacy", value: growMinutes, unit: "minutes to make the data" });
