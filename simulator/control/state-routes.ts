import type { ControlRoute } from "./control-routes";
import { describeState } from "./describe-state";
import {
  type ControlInput,
  choice,
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalText,
  text,
} from "./read-input";

/** Looking, the clock, the app, and starting over. */
export const STATE_ROUTES: readonly ControlRoute[] = [
  { method: "GET", path: /^\/state$/, run: (simulator) => describeState(simulator) },
  {
    method: "GET",
    path: /^\/people$/,
    run: (simulator) => ({ people: describeState(simulator).people }),
  },
  {
    method: "POST",
    path: /^\/people$/,
    run: (simulator, input) => ({
      person: simulator.addPerson({
        name: text(input, "name"),
        key: optionalText(input, "key"),
        locale: optionalText(input, "locale"),
        appRole: choice(input, "appRole", ["administrator", "developer", "tester"]),
      }),
    }),
  },
  {
    method: "PUT",
    path: /^\/people\/([^/]+)\/app-role$/,
    run: (simulator, input, [name = ""]) =>
      simulator.setAppRole(name, choice(input, "appRole", ["administrator", "developer", "tester"]) ?? null),
  },
  { method: "GET", path: /^\/pages$/, run: (simulator) => ({ pages: describeState(simulator).pages }) },
  {
    method: "GET",
    path: /^\/graph-calls$/,
    run: (simulator, input) => ({ calls: newest(simulator.graphCalls(optionalText(input, "operation")), input) }),
  },
  {
    method: "GET",
    path: /^\/attempts$/,
    run: (simulator, input) => {
      const pageId = optionalText(input, "pageId");
      const attempts = simulator.attempts().filter(({ pageIds }) => pageId === undefined || pageIds.includes(pageId));
      return { attempts: newest(attempts, input) };
    },
  },
  { method: "GET", path: /^\/remarks$/, run: (simulator, input) => ({ remarks: newest(simulator.remarks(), input) }) },
  {
    method: "GET",
    path: /^\/sent\/([^/]+)$/,
    run: (simulator, _input, [psid = ""]) => ({ messages: simulator.sentTo(psid) }),
  },
  {
    method: "GET",
    path: /^\/accepted$/,
    run: (simulator, input) => {
      const pageId = optionalText(input, "pageId");
      const after = optionalNumber(input, "after") ?? 0;
      const sends = simulator.accepted().filter(({ number }) => number > after);
      return { accepted: sends.filter((send) => pageId === undefined || send.pageId === pageId) };
    },
  },
  {
    method: "POST",
    path: /^\/settled$/,
    run: async (simulator) => {
      await simulator.settled();
    },
  },
  {
    method: "POST",
    path: /^\/clock$/,
    run: async (simulator, input) => {
      await simulator.advance(optionalNumber(input, "advanceMs") ?? 0);
      return { nowMs: simulator.nowMs() };
    },
  },
  {
    method: "POST",
    path: /^\/play$/,
    run: (simulator, input) => ({
      lines: simulator.play({
        pageIds: optionalList(input, "pageIds"),
        intervalMs: optionalNumber(input, "intervalMs"),
        maxLines: optionalNumber(input, "maxLines"),
      }),
    }),
  },
  { method: "POST", path: /^\/reset$/, run: (simulator) => simulator.reset() },
  {
    method: "PUT",
    path: /^\/app\/subscription$/,
    run: (simulator, input) =>
      simulator.app.subscribe({
        callbackUrl: text(input, "callbackUrl"),
        verifyToken: text(input, "verifyToken"),
        fields: optionalList(input, "fields"),
        instagram: optionalFlag(input, "instagram"),
      }),
  },
  { method: "DELETE", path: /^\/app\/subscription$/, run: (simulator) => simulator.app.unsubscribe() },
  {
    method: "PUT",
    path: /^\/app\/level$/,
    run: (simulator, input) =>
      simulator.app.change({
        object: choice(input, "object", ["page", "instagram"]),
        fields: optionalList(input, "fields"),
        callbackUrl: optionalText(input, "callbackUrl"),
        version: optionalText(input, "version"),
        isActive: optionalFlag(input, "isActive"),
      }),
  },
  {
    method: "PUT",
    path: /^\/app$/,
    run: (simulator, input) => {
      const mode = choice(input, "mode", ["live", "development"]);
      const requireProof = optionalFlag(input, "requireProof");
      const secret = optionalText(input, "secret");
      if (mode !== undefined) simulator.app.setMode(mode);
      if (requireProof !== undefined) simulator.app.setRequireProof(requireProof);
      if (secret !== undefined) simulator.app.resetSecret(secret);
    },
  },
];

/** The last `limit` of a list, in their order; all without a limit. */
function newest<T>(items: T[], input: ControlInput): T[] {
  const limit = optionalNumber(input, "limit");
  return limit === undefined ? items : items.slice(-limit);
}
