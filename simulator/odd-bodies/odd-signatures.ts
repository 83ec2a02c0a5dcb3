import { escapeBody } from "../wire/escape-body";
import { aGoodItem, aNotification, type OddBody, type OddBodyFor } from "./odd-body";

/** Over what a receiver should take (design of the desk: 5 MiB). */
const OVERSIZED_BYTES = 6 * 1024 * 1024;

const accented = (given: OddBodyFor) => ({
  object: "page",
  entry: [
    {
      id: given.pageId,
      time: given.atMs,
      messaging: [
        {
          sender: { id: given.psid },
          recipient: { id: given.pageId },
          timestamp: given.atMs,
          message: { mid: `m_odd_${given.atMs}_proxy`, text: "äöå 😀 https://example.test/" },
        },
      ],
    },
  ],
});
const good = (name: string) => (given: OddBodyFor) => aNotification(given, [aGoodItem(given, name)]);

/** Bodies that are right and not to be believed, and one that is too big. */
export const ODD_SIGNATURES = {
  "bad-signature": { title: "Signed with another secret", toBody: good("bad-signature"), signature: "bad" },
  "missing-signature": { title: "Not signed", toBody: good("unsigned"), signature: "missing" },
  "sha1-only": { title: "Only the old SHA-1 signature", toBody: good("sha1"), signature: "sha1-only" },
  "re-encoded": {
    title: "Re-encoded by a proxy after it was signed",
    toBody: (given) => Buffer.from(JSON.stringify(accented(given))),
    toSignedBody: (given) => Buffer.from(escapeBody(accented(given))),
  },
  changed: {
    title: "One letter changed after it was signed",
    toBody: (given) => Buffer.from(good("changed")(given).toString().replace("Still", "Stall")),
    toSignedBody: good("changed"),
  },
  oversized: {
    title: "Six megabytes",
    toBody: (given) =>
      Buffer.from(good("oversized")(given).toString().replace("Still here", "x".repeat(OVERSIZED_BYTES))),
  },
} as const satisfies Record<string, OddBody>;
