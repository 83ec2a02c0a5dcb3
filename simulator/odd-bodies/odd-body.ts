import type { SignatureKind } from "../wire/sign-body";

/** For whom and when an odd body is made. */
export interface OddBodyFor {
  pageId: string;
  /** PSID. */
  psid: string;
  /** Unix ms. */
  atMs: number;
}

/** A body that no receiver should stumble over. */
export interface OddBody {
  title: string;
  toBody(given: OddBodyFor): Buffer;
  /** Default `good`. */
  signature?: SignatureKind;
  /** What was signed, when it is not the body itself. */
  toSignedBody?(given: OddBodyFor): Buffer;
}

/** JSON of a plain message; `name` makes its mid one of its own. */
export function aGoodItem({ pageId, psid, atMs }: OddBodyFor, name: string): string {
  return `{"sender":{"id":"${psid}"},"recipient":{"id":"${pageId}"},"timestamp":${atMs},"message":{"mid":"m_odd_${atMs}_${name}","text":"Still here: ${name}"}}`;
}

/** JSON of an entry of object `page`, around the JSON of its items. */
export function anEntry({ pageId, atMs }: OddBodyFor, items: readonly string[], more = ""): string {
  return `{"id":"${pageId}","time":${atMs}${more},"messaging":[${items.join(",")}]}`;
}

/** A whole notification around the JSON of its entries. */
export function anEnvelope(entries: readonly string[]): Buffer {
  return Buffer.from(`{"object":"page","entry":[${entries.join(",")}]}`);
}

/** One entry with these items. */
export function aNotification(given: OddBodyFor, items: readonly string[]): Buffer {
  return anEnvelope([anEntry(given, items)]);
}
