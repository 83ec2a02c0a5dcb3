/**
 * One item of a notification as Meta sends it. The item is JSON text, so that numbers beyond 2^53 and odd spellings
 * survive; it is compact and free of needless escapes, which whoever puts it on the wire adds.
 */
export type Sample = {
  /** What it shows, in a few words. */
  title: string;
  object: "page" | "instagram";
  /** The list of the entry it stands in. */
  channel: "messaging" | "standby" | "changes";
  /** The webhook field that brings it, as a Page or account subscribes to it. */
  field: string;
  /** The item; of `changes`: `{"field":…,"value":…}`. */
  item: string;
};

/** Who and when, in every sample: `fillSample` puts others in their place. All of it is invented. */
export const SAMPLE_PAGE_ID = "200000000000001";
export const SAMPLE_PSID = "7000000000000001";
export const SAMPLE_INSTAGRAM_ID = "17841490000000001";
export const SAMPLE_IGSID = "9100000000000001";
export const SAMPLE_AT_MS = 1_790_000_000_000;

/** The earlier message a sample is about, such as the one reacted to: `…Page` was sent by the Page, `…Person` by the person. */
export const PAGE_MID = "m_demoPage8";
export const PERSON_MID = "m_demoPerson2";
export const INSTAGRAM_PAGE_MID = "aWdfPage8";
export const INSTAGRAM_PERSON_MID = "aWdfPerson2";

type Frame = {
  /** JSON of `timestamp`; null leaves it out. */
  timestamp?: string | null;
  /** JSON of `sender`; null leaves it out. */
  sender?: string | null;
};

const PERSON = `{"id":"${SAMPLE_PSID}"}`;
const PAGE = `{"id":"${SAMPLE_PAGE_ID}"}`;

/** The person did it. `content` is the JSON of what stands beside sender, recipient and timestamp, without braces. */
export function fromPerson(
  title: string,
  field: string,
  content: string,
  { timestamp = String(SAMPLE_AT_MS), sender = PERSON }: Frame = {},
): Sample {
  const members = [
    ...(sender === null ? [] : [`"sender":${sender}`]),
    `"recipient":${PAGE}`,
    ...(timestamp === null ? [] : [`"timestamp":${timestamp}`]),
    content,
  ];
  return { title, object: "page", channel: "messaging", field, item: `{${members.join(",")}}` };
}

/** The Page did it: it is the sender. */
export function fromPage(title: string, field: string, content: string): Sample {
  const item = `{"sender":${PAGE},"recipient":${PERSON},"timestamp":${SAMPLE_AT_MS},${content}}`;
  return { title, object: "page", channel: "messaging", field, item };
}

/** The same item in a thread that another app owns. */
export function inStandby(sample: Sample): Sample {
  return { ...sample, channel: "standby", field: "standby" };
}

/** The same item between an Instagram account and a person there; some fields have another name. */
export function onInstagram(sample: Sample, field = sample.field): Sample {
  const item = sample.item.replaceAll(SAMPLE_PAGE_ID, SAMPLE_INSTAGRAM_ID).replaceAll(SAMPLE_PSID, SAMPLE_IGSID);
  return { ...sample, object: "instagram", field, item };
}

/** An entry of `changes`; `value` is JSON. */
export function aChange(title: string, field: string, value: string, object: Sample["object"] = "page"): Sample {
  return { title, object, channel: "changes", field, item: `{"field":${JSON.stringify(field)},"value":${value}}` };
}
