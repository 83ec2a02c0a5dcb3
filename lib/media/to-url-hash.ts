import { createHash } from "node:crypto";

/** What a copy is found by: Meta's addresses are long and signed, and are not to be read out of the table. */
export function toUrlHash(url: string): string {
  return createHash("sha256").update(url).digest("hex");
}
