import type { Referral } from "./messaging-event";
import { asId, asObject, asString, type JsonObject } from "./read-json";

/** `referral` of an item, a message or a postback (Meta docs: messaging_referrals, messages). */
export function toReferral(referral: JsonObject): Referral {
  const ad = asObject(referral.ads_context_data);
  return {
    source: asString(referral.source),
    type: asString(referral.type),
    ref: asString(referral.ref),
    adId: asId(referral.ad_id),
    adTitle: asString(ad?.ad_title),
    productId: asId(asObject(referral.product)?.id) ?? asId(ad?.product_id),
  };
}
