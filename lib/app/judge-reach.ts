import type { AppInfo } from "@/lib/api/schemas/app";
import { isLocalName } from "./is-local-name";

export type Reach = AppInfo["reach"];

/** What a call of the desk to its own public address came to. */
export type OwnCall = {
  /** Who answered: a desk, something else, or nobody. */
  answer: "desk" | "other" | "none";
  /** What its name stands for, as seen from here. */
  host: "public" | "private" | "not_found" | "unknown";
};

/** A call of Meta's longer ago says nothing about today. */
const LATELY_MS = 24 * 60 * 60 * 1000;

/** What is known of calls by Meta: the last one that arrived, and the last handshake it was asked for. */
export type KnownCalls = { lastMs: number | null; handshakeMs: number | null; handshakeError: string | null };

/** Only Meta itself proves it, one way or the other; null when it has not called for a day. */
export function judgeCalls({ lastMs, handshakeMs, handshakeError }: KnownCalls, nowMs: number): Reach | null {
  const hasFailedSince = handshakeError !== null && handshakeMs !== null && (lastMs ?? 0) < handshakeMs;
  if (hasFailedSince) {
    const detail = "Facebook could not verify this desk's address when it was last asked to, and has not called since.";
    return { status: "unlikely", detail };
  }
  if (lastMs === null || nowMs - lastMs >= LATELY_MS) return null;
  return { status: "proven", detail: "Facebook itself has called this desk within the last day." };
}

/** What the address alone gives away; null when it may well be reached. */
export function judgeAddress(publicUrl: string): Reach | null {
  const { protocol, hostname } = new URL(publicUrl);
  if (isLocalName(hostname)) {
    const detail = `Facebook cannot reach ${hostname}: it is an address of this machine or of its own network. Set PUBLIC_URL to one that is known everywhere.`;
    return { status: "unlikely", detail };
  }
  if (protocol === "https:") return null;
  const detail = "Facebook calls only addresses that begin with https://, and PUBLIC_URL begins with http://.";
  return { status: "unlikely", detail };
}

/** What a call to the own address adds, and no more than it proves: it was made from here, not from outside. */
export function judgeOwnCall({ answer, host }: OwnCall): Reach {
  if (host === "not_found") {
    return { status: "unlikely", detail: "The name in PUBLIC_URL cannot be found. Look at its DNS entry." };
  }
  if (answer === "other") {
    const detail = "Something answers at PUBLIC_URL, but it is not a desk. Look at what stands in front of this one.";
    return { status: "unlikely", detail };
  }
  if (host === "private") {
    const detail =
      "From here, the name in PUBLIC_URL leads to a private address. Unless it leads elsewhere from outside, Facebook cannot reach it.";
    return { status: "unlikely", detail };
  }
  if (answer === "desk") {
    const detail =
      "The desk answers at its public address when it calls itself. Whether a firewall lets Facebook through too, only a call by Facebook can show.";
    return { status: "likely", detail };
  }
  const detail =
    "The desk got no answer from its own public address. The network may not lead back to itself, or nothing answers there: from here nobody can tell.";
  return { status: "unknown", detail };
}
