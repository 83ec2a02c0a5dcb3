import {
  INSTAGRAM_PAGE_MID,
  INSTAGRAM_PERSON_MID,
  PAGE_MID,
  PERSON_MID,
  SAMPLE_AT_MS,
  SAMPLE_IGSID,
  SAMPLE_INSTAGRAM_ID,
  SAMPLE_PAGE_ID,
  SAMPLE_PSID,
  type Sample,
} from "./sample";

export type SampleFilling = {
  /** The Page's id, or the Instagram account's. */
  entryId: string;
  psid: string;
  /** When it happens (Unix ms). Times beside it keep their distance; those in seconds stay in seconds. */
  atMs: number;
  /** Added to every mid and token, so that the same sample twice is two events. Letters, digits, `-` and `_`. */
  suffix: string;
  /** The Page's earlier message that the item is about; without one, the sample's own mid with the suffix. */
  pageMid?: string;
  /** The same of the person's earlier message. */
  personMid?: string;
};

/** An id of the sample, a mid, a token, or a time in milliseconds or seconds. */
const PLACES = new RegExp(
  `${SAMPLE_INSTAGRAM_ID}|${SAMPLE_PAGE_ID}|${SAMPLE_PSID}|${SAMPLE_IGSID}|\\b(?:m_demo|aWdf|tok_demo)\\w*|\\b17[89]\\d{7}(?:\\d{3})?\\b`,
  "g",
);

/** The item of a sample with other ids, another time and other mids in their place; the rest stays to the letter. */
export function fillSample({ item }: Pick<Sample, "item">, filling: SampleFilling): string {
  return item.replace(PLACES, (found) => toFilled(found, filling));
}

function toFilled(found: string, { entryId, psid, atMs, suffix, pageMid, personMid }: SampleFilling): string {
  switch (found) {
    case SAMPLE_PAGE_ID:
    case SAMPLE_INSTAGRAM_ID:
      return entryId;
    case SAMPLE_PSID:
    case SAMPLE_IGSID:
      return psid;
    case PAGE_MID:
    case INSTAGRAM_PAGE_MID:
      return pageMid ?? found + suffix;
    case PERSON_MID:
    case INSTAGRAM_PERSON_MID:
      return personMid ?? found + suffix;
  }
  if (!/^\d/.test(found)) return found + suffix;
  const isSeconds = found.length === 10;
  const distanceMs = Number(found) * (isSeconds ? 1000 : 1) - SAMPLE_AT_MS;
  return String(isSeconds ? Math.floor((atMs + distanceMs) / 1000) : atMs + distanceMs);
}
