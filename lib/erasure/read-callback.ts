import "server-only";
import { readBounded } from "@/lib/api/read-bounded";
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
  const form = new URLSearchParams((await readBounded(request, MAX_BYTES)).toString("utf8"));
  const result = readSignedRequest(form.get("signed_request") ?? "", getEnv().FACEBOOK_APP_SECRET, nowMs);
  if ("refused" in result) throw new AppError("bad_request", REASONS[result.refused]);
  return result;
}
