import { randomInt } from "node:crypto";
import { GraphError } from "../graph/graph-error";
import { httpRequest } from "./http-request";

/**
 * The handshake that proves a callback address is the app's: a GET with an integer challenge that must come back
 * as the whole body.
 *
 * @throws {GraphError} 2200 with what went wrong
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started (verification requests)
 */
export async function verifyCallback(
  callbackUrl: string,
  { verifyToken, timeoutMs }: { verifyToken: string; timeoutMs: number },
): Promise<void> {
  const challenge = String(randomInt(100_000_000, 2_000_000_000));
  const url = toUrl(callbackUrl);
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.challenge", challenge);
  url.searchParams.set("hub.verify_token", verifyToken);
  const answer = await httpRequest({
    method: "GET",
    url: url.toString(),
    headers: {
      "user-agent": "facebookplatform/1.0 (+http://developers.facebook.com)",
      accept: "*/*",
      "accept-encoding": "deflate, gzip",
    },
    timeoutMs,
  });
  if (answer.status === null) throw refused(`${answer.error}; HTTP Status Code = 0; HTTP Message = `);
  if (answer.status !== 200) {
    throw refused(`HTTP Status Code = ${answer.status}; HTTP Message = ${answer.statusMessage}`);
  }
  if (answer.body.trim() !== challenge) {
    throw refused("The challenge was not echoed; HTTP Status Code = 200; HTTP Message = OK");
  }
}

function toUrl(callbackUrl: string): URL {
  const url = URL.canParse(callbackUrl) ? new URL(callbackUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw refused("callback_url is not a valid URL");
  return url;
}

function refused(reason: string): GraphError {
  return new GraphError(`(#2200) Callback verification failed with the following errors: ${reason}`, { code: 2200 });
}
