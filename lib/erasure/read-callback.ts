import "server-only";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { readSignedRequest, type SignedRequest } from "@/lib/messenger/signed-request";

/** A signed request has 200 bytes. */
const MAX_BYTES = 16 * 1024;

const REASONS = {
  malformed: "There is no signed_request in it that can be read.",
  forged: "Its signature is not one of this app.",
  stale: "It was signed too long ago, or ahead of time.",
} as const;

/**
 * What Meta says in a deauthorise or data deletion callback: a form with `signed_request` (Meta docs: data deletion callback).
 * @throws {AppError} `bad_request` when it is malformed, forged or stale; `body_too_large`
 */
export async function readCallback(request: Request, nowMs: number): Promise<SignedRequest> {
  const form = new URLSearchParams(await readText(request));
  const result = readSignedRequest(form.get("signed_request") ?? "", getEnv().FACEBOOK_APP_SECRET, nowMs);
  if ("refused" in result) throw new AppError("bad_request", REASONS[result.refused]);
  return result;
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new AppError("body_too_large", `Send at most ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
