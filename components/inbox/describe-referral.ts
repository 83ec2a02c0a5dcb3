import type { Referral } from "@/lib/messenger/messaging-event";

export type Entrance = "form" | "form_begun" | "ad" | "product" | "code" | "website" | "discover" | "link" | "other";

/** `source` of a referral, in our words (Meta docs: messaging_referrals; the last three are of older docs). */
const ENTRANCES: ReadonlyMap<string, Entrance> = new Map([
  ["ADS", "ad"],
  ["SHORTLINK", "link"],
  ["MESSENGER_CODE", "code"],
  ["CUSTOMER_CHAT_PLUGIN", "website"],
  ["DISCOVER_TAB", "discover"],
]);
const FORMS: ReadonlyMap<string, Entrance> = new Map([
  ["LEAD_COMPLETE", "form"],
  ["LEAD_INCOMPLETE", "form_begun"],
]);

/**
 * By which way a person came, the name of that way if it has one, and what else whoever made the way wrote on it
 * (`ref`). An ad is named by its title, a link by its `ref`.
 */
export function describeReferral({ source, type, ref, adId, adTitle, productId }: Referral): {
  entrance: Entrance;
  name: string | null;
  ref: string | null;
} {
  const known = FORMS.get(type ?? "") ?? ENTRANCES.get(source ?? "");
  const entrance =
    known ?? (adId !== null ? "ad" : productId !== null ? "product" : source === null ? "link" : "other");
  switch (entrance) {
    case "form":
    case "form_begun":
    case "ad":
      return { entrance, name: adTitle ?? adId, ref };
    case "product":
      return { entrance, name: productId, ref };
    case "other":
      return { entrance, name: source, ref };
    default:
      return { entrance, name: ref, ref: null };
  }
}
