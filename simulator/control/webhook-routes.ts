import { ODD_BODY_NAMES } from "../odd-bodies/odd-bodies";
import type { DeliverySwitches } from "../webhooks/notifier";
import type { ControlRoute } from "./control-routes";
import { type ControlInput, choice, optionalFlag, optionalNumber, optionalObject, optionalText } from "./read-input";

const SIGNATURES = ["good", "bad", "missing", "sha1-only"] as const;
const FLAGS = ["duplicate", "reorder", "batch", "extendedEscaping", "withoutMids"] as const;

/** What notifications look like on their way. */
export const WEBHOOK_ROUTES: readonly ControlRoute[] = [
  {
    method: "PUT",
    path: /^\/webhooks\/switches$/,
    run: (simulator, input) => {
      simulator.webhooks.set(readSwitches(input));
      return { switches: simulator.webhooks.switches };
    },
  },
  { method: "POST", path: /^\/webhooks\/hold$/, run: (simulator) => simulator.webhooks.hold() },
  {
    method: "POST",
    path: /^\/webhooks\/release$/,
    run: (simulator, input) =>
      simulator.webhooks.release({
        order: choice(input, "order", ["as-is", "reverse", "shuffle"]),
        merged: optionalFlag(input, "merged"),
      }),
  },
  {
    method: "POST",
    path: /^\/webhooks\/inject$/,
    run: async (simulator, input) => {
      const headers = optionalObject(input, "headers");
      const id = await simulator.webhooks.inject({
        odd: choice(input, "odd", ODD_BODY_NAMES),
        psid: optionalText(input, "psid"),
        item: input.item,
        body: input.body,
        raw: optionalText(input, "raw"),
        oversizedBytes: optionalNumber(input, "oversizedBytes"),
        channel: choice(input, "channel", ["messaging", "standby", "changes"]),
        pageId: optionalText(input, "pageId"),
        object: optionalText(input, "object"),
        url: optionalText(input, "url"),
        field: optionalText(input, "field"),
        signature: choice(input, "signature", SIGNATURES),
        retries: optionalFlag(input, "retries"),
        headers: headers && Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      });
      return { id, attempt: simulator.attempts().findLast(({ notificationId }) => notificationId === id) };
    },
  },
  {
    method: "POST",
    path: /^\/webhooks\/repeat$/,
    run: async (simulator, input) => ({ id: await simulator.webhooks.repeat(optionalText(input, "id")) }),
  },
];

function readSwitches(input: ControlInput): Partial<DeliverySwitches> {
  const switches: Partial<DeliverySwitches> = {};
  for (const name of FLAGS) {
    const flag = optionalFlag(input, name);
    if (flag !== undefined) switches[name] = flag;
  }
  const signature = choice(input, "signature", SIGNATURES);
  return signature === undefined ? switches : { ...switches, signature };
}
