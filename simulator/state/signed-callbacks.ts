import { toSignedRequest } from "../wire/signed-request";
import type { World } from "../world";
import type { User } from "./simulator-state";

/**
 * How the signed request of a callback is made. `stale` was signed two days ago, `forged` with a secret that is not
 * the app's, `tampered` names another person than was signed, `unsigned` claims an algorithm of none.
 */
export const SIGNED_REQUEST_KINDS = [
  "good",
  "stale",
  "forged",
  "tampered",
  "unsigned",
  "no-user",
  "malformed",
  "missing",
] as const;
export type SignedRequestKind = (typeof SIGNED_REQUEST_KINDS)[number];

export type CallbackName = "deauthorize" | "data-deletion";

/** What the app said. */
export interface CallbackAnswer {
  status: number;
  body: string;
  /** A right answer to a data deletion request: 200 with `url` and `confirmation_code`. */
  isComplete: boolean;
}

const STALE_MS = 48 * 3_600_000;
const WRONG_SECRET = "not-the-secret-of-this-app-0123456";

/**
 * POSTs a signed request about this person to one of the two addresses in the app's settings. `repeat` sends the
 * bytes of the last one for that address again.
 *
 * @throws Error when no address is set, nothing was sent before, or the app does not answer
 * @see https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback
 */
export async function callBack(
  world: World,
  user: User,
  name: CallbackName,
  kind: SignedRequestKind | "repeat" = "good",
): Promise<CallbackAnswer> {
  const url = name === "deauthorize" ? world.settings.deauthorizeUrl : world.settings.dataDeletionUrl;
  if (url === null) throw new Error(`No ${name === "deauthorize" ? "deauthorize" : "data deletion"} address is set.`);
  const last = world.signedRequests.get(name);
  if (kind === "repeat" && last === undefined) throw new Error("Nothing was sent there yet.");
  const signedRequest = kind === "repeat" ? (last ?? null) : toText(world, user, kind);
  if (signedRequest !== null) world.signedRequests.set(name, signedRequest);
  const response = await fetch(url, {
    method: "POST",
    body: new URLSearchParams(signedRequest === null ? {} : { signed_request: signedRequest }),
    signal: AbortSignal.timeout(world.settings.webhookTimeoutMs),
  });
  const body = await response.text();
  return { status: response.status, body, isComplete: response.status === 200 && hasConfirmation(body) };
}

function toText(world: World, user: User, kind: SignedRequestKind): string | null {
  const { secret } = world.state.app;
  const seconds = (ms: number) => Math.floor(ms / 1000);
  const payload = { algorithm: "HMAC-SHA256", issued_at: seconds(world.clock.nowMs()), user_id: user.id };
  switch (kind) {
    case "good":
      return toSignedRequest(payload, secret);
    case "stale":
      return toSignedRequest({ ...payload, issued_at: seconds(world.clock.nowMs() - STALE_MS) }, secret);
    case "forged":
      return toSignedRequest(payload, WRONG_SECRET);
    case "tampered": {
      const [signature] = toSignedRequest(payload, secret).split(".");
      const [, other] = toSignedRequest({ ...payload, user_id: "9000000000000099" }, secret).split(".");
      return `${signature}.${other}`;
    }
    case "unsigned":
      return toSignedRequest({ ...payload, algorithm: "none" }, secret);
    case "no-user":
      return toSignedRequest({ algorithm: payload.algorithm, issued_at: payload.issued_at }, secret);
    case "malformed":
      return "not.a.signed%request";
    case "missing":
      return null;
  }
}

function hasConfirmation(body: string): boolean {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === "object" && json !== null && "url" in json && "confirmation_code" in json;
  } catch {
    return false;
  }
}
