import type { GraphFault } from "../faults/graph-faults";
import { CHANCE_KINDS } from "../faults/random-faults";
import type { ControlRoute } from "./control-routes";
import { type ControlInput, choice, optionalFlag, optionalList, optionalNumber, optionalText } from "./read-input";

/** Calls that fail, and the settings of the simulator. */
export const FAULT_ROUTES: readonly ControlRoute[] = [
  { method: "GET", path: /^\/faults$/, run: (simulator) => ({ faults: simulator.faults.list() }) },
  {
    method: "POST",
    path: /^\/faults$/,
    run: (simulator, input) => {
      simulator.faults.failNext(readFault(input));
      return { faults: simulator.faults.list() };
    },
  },
  {
    method: "DELETE",
    path: /^\/faults\/(\d+)$/,
    run: (simulator, _input, [id = ""]) => simulator.faults.remove(Number(id)),
  },
  { method: "DELETE", path: /^\/faults$/, run: (simulator) => simulator.faults.clear() },
  {
    method: "PUT",
    path: /^\/chances$/,
    run: (simulator, input) => {
      const kinds = optionalList(input, "kinds")?.map((kind) => choice({ kind }, "kind", CHANCE_KINDS));
      simulator.faults.byChance({
        operation: optionalText(input, "operation"),
        rate: optionalNumber(input, "rate") ?? 0,
        kinds: kinds?.filter((kind) => kind !== undefined),
        seed: optionalNumber(input, "seed"),
        regainMinutes: optionalNumber(input, "regainMinutes"),
      });
      return { chances: simulator.faults.chances() };
    },
  },
  { method: "DELETE", path: /^\/chances$/, run: (simulator) => simulator.faults.byChance(null) },
  {
    method: "PUT",
    path: /^\/settings$/,
    run: (simulator, input) => {
      const echo = choice(input, "echo", ["after", "before", "delayed", "none"]);
      const backlog = choice(input, "backlog", ["when-due", "as-is", "reverse", "shuffle"]);
      const numbers = [
        "echoDelayMs",
        "echoJitterMs",
        "deliveryDelayMs",
        "webhookTimeoutMs",
        "accountsPageSize",
        "playIntervalMs",
      ] as const;
      const given = numbers.flatMap((name) => {
        const value = optionalNumber(input, name);
        return value === undefined ? [] : [[name, value] as const];
      });
      const nullable = [
        "autoReadMs",
        "callsPerDay",
        "backlogLosesEvery",
        "textPerSecond",
        "mediaPerSecond",
        "lookupsPerSecond",
      ] as const;
      const cleared = nullable.flatMap((name) =>
        name in input ? [[name, optionalNumber(input, name) ?? null] as const] : [],
      );
      const urls = ["deauthorizeUrl", "dataDeletionUrl"] as const;
      const addresses = urls.flatMap((name) =>
        name in input ? [[name, optionalText(input, name) ?? null] as const] : [],
      );
      simulator.set({
        ...Object.fromEntries([...given, ...cleared, ...addresses]),
        ...(echo === undefined ? {} : { echo }),
        ...(backlog === undefined ? {} : { backlog }),
      });
      return { settings: simulator.settings };
    },
  },
];

function readFault(input: ControlInput): GraphFault {
  return {
    operation: optionalText(input, "operation"),
    method: optionalText(input, "method"),
    path: optionalText(input, "path"),
    times: input.times === null ? null : optionalNumber(input, "times"),
    status: optionalNumber(input, "status"),
    code: optionalNumber(input, "code"),
    subcode: optionalNumber(input, "subcode"),
    message: optionalText(input, "message"),
    type: optionalText(input, "type"),
    isTransient: optionalFlag(input, "isTransient"),
    html: optionalFlag(input, "html"),
    hang: optionalFlag(input, "hang"),
    reset: optionalFlag(input, "reset"),
    regainMinutes: optionalNumber(input, "regainMinutes"),
    delayMs: optionalNumber(input, "delayMs"),
    afterProcessing: optionalFlag(input, "afterProcessing"),
  };
}
