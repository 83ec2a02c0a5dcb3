import { randomBytes } from "node:crypto";
import { ODD_BODIES, type OddBodyName } from "../odd-bodies/odd-bodies";
import type { OddBodyFor } from "../odd-bodies/odd-body";
import { type SignatureKind, signBody } from "../wire/sign-body";
import type { World } from "../world";

/** A notification made by hand: exactly one of `odd`, `item`, `body`, `raw`, `oversizedBytes`. */
export interface Injection {
  /** One of the bodies made to be stumbled over. */
  odd?: OddBodyName;
  /** One item on a channel of a Page; the envelope is made around it. */
  item?: unknown;
  channel?: "messaging" | "standby" | "changes";
  pageId?: string;
  /** Who wrote an odd body; default the first person of the first Page. */
  psid?: string;
  object?: string;
  /** A whole envelope, escaped and signed as it is. */
  body?: unknown;
  /** Any text, such as broken JSON. */
  raw?: string;
  /** A valid notification blown up to this size. */
  oversizedBytes?: number;
  signature?: SignatureKind;
  /** Where to; default the callback of the app. */
  url?: string;
  /** Field name for the log. */
  field?: string;
  /** Repeat it like a real one when it fails; off by default. */
  retries?: boolean;
  headers?: Record<string, string>;
}

/**
 * Sends it past all subscriptions. Answers the notification's id when it was delivered or given up.
 *
 * @throws Error when there is no address to send to
 */
export function injectNotification(world: World, injection: Injection): Promise<string> {
  const { state, notifier } = world;
  const callback = state.subscriptions.get(injection.object ?? "page") ?? [...state.subscriptions.values()][0];
  const url = injection.url ?? callback?.callbackUrl;
  if (url === undefined) throw new Error("The app has no webhook, and no url was given.");
  const pageId = injection.pageId ?? [...state.pages.keys()][0] ?? "0";
  const { body, signature, headers } = toSigned(world, injection, pageId);
  return notifier.inject({
    url,
    body,
    signature,
    pageIds: [pageId],
    fields: [injection.field ?? "injected"],
    retries: injection.retries,
    headers: { ...headers, ...injection.headers },
  });
}

const FIRST_PSID = "7000000000000001";

function toSigned(world: World, injection: Injection, pageId: string) {
  const { odd, psid = FIRST_PSID } = injection;
  if (odd === undefined) {
    return { body: toBody(world, injection, pageId), signature: injection.signature ?? "good", headers: {} };
  }
  const given: OddBodyFor = { pageId, psid, atMs: world.clock.stampMs() };
  const { toBody: toOddBody, toSignedBody, signature = "good" } = ODD_BODIES[odd];
  const kind = injection.signature ?? signature;
  if (toSignedBody === undefined) return { body: toOddBody(given), signature: kind, headers: {} };
  const headers = signBody(toSignedBody(given), world.state.app.secret, kind);
  return { body: toOddBody(given), signature: "missing" as const, headers };
}

function toBody(world: World, injection: Injection, pageId: string): Buffer {
  const { raw, body, item, oversizedBytes, object = "page", channel = "messaging" } = injection;
  if (raw !== undefined) return Buffer.from(raw);
  if (body !== undefined) return world.notifier.toBytes(body);
  const timeMs = world.clock.nowMs();
  const time = channel === "changes" ? Math.floor(timeMs / 1000) : timeMs;
  const envelope = (content: unknown) => ({ object, entry: [{ id: pageId, time, [channel]: [content] }] });
  if (oversizedBytes === undefined) return world.notifier.toBytes(envelope(item ?? {}));
  const filling = randomBytes(Math.ceil(oversizedBytes / 2)).toString("hex");
  return world.notifier.toBytes(
    envelope({
      sender: { id: "7000000000000001" },
      recipient: { id: pageId },
      timestamp: timeMs,
      message: { mid: "m_oversized", text: filling },
    }),
  );
}
