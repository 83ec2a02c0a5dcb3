import { expect, test } from "vitest";
import type { Referral } from "@/lib/messenger/messaging-event";
import { describeReferral } from "./describe-referral";

const nothing: Referral = { source: null, type: null, ref: null, adId: null, adTitle: null, productId: null };

test("a link is named by what was written on it", () => {
  expect(describeReferral({ ...nothing, source: "SHORTLINK", ref: "poster-7" })).toEqual({
    entrance: "link",
    name: "poster-7",
    ref: null,
  });
});

test("an ad is named by its title, else its id, and keeps its ref", () => {
  const ad = { ...nothing, source: "ADS", adId: "63", ref: "spring" };
  expect(describeReferral({ ...ad, adTitle: "Spring sale" })).toEqual({
    entrance: "ad",
    name: "Spring sale",
    ref: "spring",
  });
  expect(describeReferral(ad)).toMatchObject({ entrance: "ad", name: "63" });
});

test("forms of ads are told apart by whether they were finished", () => {
  const form = { ...nothing, source: "ADS", adId: "63", adTitle: "Resellers" };
  expect(describeReferral({ ...form, type: "LEAD_COMPLETE" }).entrance).toBe("form");
  expect(describeReferral({ ...form, type: "LEAD_INCOMPLETE" }).entrance).toBe("form_begun");
});

test("a product needs no source", () => {
  expect(describeReferral({ ...nothing, productId: "77" })).toEqual({ entrance: "product", name: "77", ref: null });
});

test("a source nobody has heard of is named as Meta names it, and none at all is a link", () => {
  expect(describeReferral({ ...nothing, source: "TELEPATHY" })).toMatchObject({ entrance: "other", name: "TELEPATHY" });
  expect(describeReferral(nothing)).toMatchObject({ entrance: "link", name: null });
});
