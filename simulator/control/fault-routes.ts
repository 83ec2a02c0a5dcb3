import type { GraphFault } from "../faults/graph-faults";
import type { ControlRoute } from "./control-routes";
import {
  type ControlInput,
  choice,
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalText,
  text,
} from "./read-input";

const CAUSES = ["expired", "password_changed", "app_removed", "role_lost", "checkpoint", "logged_out"] as const;

/** What goes wrong at Meta: failing calls, dying tokens, restricted Pages, and who else answers. */
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
    path: /^\/settings$/,
    run: (simulator, input) => {
      const echo = choice(input, "echo", ["after", "before", "delayed", "none"]);
      const backlog = choice(input, "backlog", ["when-due", "as-is", "reverse", "shuffle"]);
      const numbers = [
        "echoDelayMs",
        "deliveryDelayMs",
        "webhookTimeoutMs",
        "accountsPageSize",
        "playIntervalMs",
      ] as const;
      const given = numbers.flatMap((name) => {
        const value = optionalNumber(input, name);
        return value === undefined ? [] : [[name, value] as const];
      });
      const nullable = ["autoReadMs", "callsPerDay", "backlogLosesEvery"] as const;
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
  onUser("kill-tokens", (user, input) => ({ killed: user.killTokens(choice(input, "cause", CAUSES)) })),
  onUser("remove-app", (user) => user.removesApp()),
  onUser("remove-permission", (user, input) => user.removesPermission(text(input, "permission"))),
  onUser("lose-role", (user, input) => user.losesRole(text(input, "pageId"))),
  onUser("regain-role", (user, input) => user.regainsRole(text(input, "pageId"))),
  onUser("data-deletion", (user) => user.asksForDataDeletion()),
  onUser("grant", (user, input) => {
    const token = user.grants({
      permissions: optionalList(input, "permissions"),
      pageIds: optionalList(input, "pageIds"),
    });
    return { accessToken: token.value };
  }),
  onPage("restrict", (page) => page.restrict()),
  onPage("unrestrict", (page) => page.unrestrict()),
  onPage("unsubscribe", (page) => page.unsubscribe()),
  onPage("rate-limit", (page, input) =>
    page.rateLimit(choice(input, "kind", ["messenger", "page", "app"]), optionalNumber(input, "forMs")),
  ),
  onPage("lift-rate-limit", (page) => page.liftRateLimit()),
  onPage("inbox-answers", (page, input) => ({ message: page.inboxAnswers(text(input, "psid"), text(input, "text")) })),
  onPage("other-app-answers", (page, input) => ({
    message: page.otherAppAnswers(text(input, "psid"), text(input, "text"), optionalText(input, "appId")),
  })),
  onPage("thread-owner", (page, input) =>
    page.setThreadOwner(text(input, "psid"), optionalText(input, "appId") ?? null),
  ),
];

function onUser(
  action: string,
  run: (user: ReturnType<Parameters<ControlRoute["run"]>[0]["user"]>, input: ControlInput) => unknown,
): ControlRoute {
  const path = new RegExp(`^/users/([^/]+)/${action}$`);
  return { method: "POST", path, run: (simulator, input, [name = ""]) => run(simulator.user(name), input) };
}

function onPage(
  action: string,
  run: (page: ReturnType<Parameters<ControlRoute["run"]>[0]["page"]>, input: ControlInput) => unknown,
): ControlRoute {
  const path = new RegExp(`^/pages/([^/]+)/${action}$`);
  return { method: "POST", path, run: (simulator, input, [name = ""]) => run(simulator.page(name), input) };
}

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
    delayMs: optionalNumber(input, "delayMs"),
    afterProcessing: optionalFlag(input, "afterProcessing"),
  };
}
