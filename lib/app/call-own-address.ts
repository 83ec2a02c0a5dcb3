import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { z } from "zod";
import { isPrivateAddress } from "@/lib/outgoing/is-private-address";
import type { OwnCall } from "./judge-reach";

const TIMEOUT_MS = 3_000;
const KEPT_MS = 60_000;
const MAX_ANSWER_BYTES = 4_096;
const health = z.object({ status: z.enum(["ok", "database_unavailable"]) });

let last: { publicUrl: string; atMs: number; outcome: Promise<OwnCall> } | undefined;

/**
 * Calls the desk's own public address, as set by whoever runs it, at most once a minute unless `isFresh`. Takes three
 * seconds at most.
 */
export function callOwnAddress(publicUrl: string, nowMs: number, isFresh: boolean): Promise<OwnCall> {
  if (last?.publicUrl === publicUrl && nowMs - last.atMs < KEPT_MS && !isFresh) return last.outcome;
  const outcome = call(publicUrl);
  last = { publicUrl, atMs: nowMs, outcome };
  return outcome;
}

async function call(publicUrl: string): Promise<OwnCall> {
  const [answer, host] = await Promise.all([askHealth(publicUrl), askName(new URL(publicUrl).hostname)]);
  return { answer, host };
}

async function askHealth(publicUrl: string): Promise<OwnCall["answer"]> {
  let response: Response;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    response = await fetch(`${publicUrl}/api/health`, { redirect: "manual", signal });
  } catch {
    return "none";
  }
  return health.safeParse(await readShortJson(response)).success ? "desk" : "other";
}

/** What is long, takes too long or is no JSON was not written by a desk: null. */
async function readShortJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_ANSWER_BYTES) return null;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}

async function askName(hostname: string): Promise<OwnCall["host"]> {
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return "public"; // Private ones were told without a call.
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<"unknown">((resolve) => {
    timer = setTimeout(() => resolve("unknown"), TIMEOUT_MS);
  });
  const found = lookup(hostname, { all: true }).then(
    (addresses) => (addresses.some(({ address }) => isPrivateAddress(address)) ? "private" : "public"),
    (error: NodeJS.ErrnoException) => (error.code === "ENOTFOUND" ? "not_found" : "unknown"),
  );
  return Promise.race([found, tooLate]).finally(() => clearTimeout(timer));
}
