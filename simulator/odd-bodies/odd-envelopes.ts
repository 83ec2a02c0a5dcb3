import { aGoodItem, aNotification, anEntry, anEnvelope, type OddBody } from "./odd-body";

const json = (title: string, body: string): OddBody => ({ title, toBody: () => Buffer.from(body) });

const UNLINKED_PAGE_ID = "299999999999999";
const MANY = 1_000;
const TOO_MANY = 6_000;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Envelopes of shapes that are rare, undocumented or wrong. */
export const ODD_ENVELOPES = {
  "test-tool": json(
    "The smoke test of Meta's own guide",
    '{"object":"page","entry":[{"messaging":[{"message":"TEST_MESSAGE"}]}]}',
  ),
  "foreign-object": json(
    "Of another object",
    '{"object":"user","entry":[{"id":"1","time":1,"changed_fields":["email"]}]}',
  ),
  "no-object": json("Without an object", '{"entry":[]}'),
  "number-as-object": json("A number as the object", '{"object":5,"entry":[]}'),
  "no-entry": json("Without entries", '{"object":"page"}'),
  "no-entries": json("An empty list of entries", '{"object":"page","entry":[]}'),
  "entry-no-list": json("One entry instead of a list", '{"object":"page","entry":{"id":"1","messaging":[]}}'),
  "hollow-entries": {
    title: "Entries that are nothing, and one that is good",
    toBody: (given) => anEnvelope(["null", "1", '"x"', "[]", "{}", anEntry(given, [aGoodItem(given, "hollow")])]),
  },
  "hollow-items": {
    title: "Items that are nothing, and one that is good",
    toBody: (given) => aNotification(given, ["null", "1", '"x"', "[]", "{}", aGoodItem(given, "items")]),
  },
  "item-no-list": {
    title: "One item instead of a list",
    toBody: (given) =>
      Buffer.from(
        `{"object":"page","entry":[{"id":"${given.pageId}","time":${given.atMs},"messaging":${aGoodItem(given, "single")}}]}`,
      ),
  },
  "names-only": {
    title: "Names of fields without values (include_values=false)",
    toBody: ({ pageId, atMs }) =>
      anEnvelope([`{"id":"${pageId}","time":${Math.floor(atMs / 1000)},"changed_fields":["messages","feed"]}`]),
  },
  "hop-context": {
    title: "hop_context in the entry, as an object and as a list",
    toBody: (given) => {
      const context = '{"app_id":880011223344557,"metadata":"messenger_lead_gen_complete"}';
      return anEnvelope([
        anEntry(given, [aGoodItem(given, "hop1")], `,"hop_context":${context}`),
        anEntry(given, [aGoodItem(given, "hop2")], `,"hop_context":[${context}]`),
      ]);
    },
  },
  "instagram-login": {
    title: "Field and value in the entry itself (apps with Instagram Login)",
    toBody: ({ atMs }) =>
      Buffer.from(
        `{"object":"instagram","entry":[{"id":"17841490000000001","time":${Math.floor(atMs / 1000)},"field":"comments","value":{"from":{"id":"9100000000000001","username":"ana.demo"},"comment_id":"odd_${atMs}","text":"Price?"}}]}`,
      ),
  },
  "unlinked-page": {
    title: "Of a Page that is linked to nobody",
    toBody: (given) => {
      const elsewhere = { ...given, pageId: UNLINKED_PAGE_ID };
      return aNotification(elsewhere, [aGoodItem(elsewhere, "unlinked")]);
    },
  },
  "duplicate-keys": {
    title: "The same key twice",
    toBody: (given) =>
      Buffer.from(
        `{"object":"user","object":"page","entry":[],"entry":[${anEntry(given, [aGoodItem(given, "keys")])}]}`,
      ),
  },
  "thousand-entries": {
    title: "A thousand entries",
    toBody: (given) => anEnvelope(times(MANY).map((n) => anEntry(given, [aGoodItem(given, `entry${n}`)]))),
  },
  "thousand-items": {
    title: "A thousand items in one entry",
    toBody: (given) =>
      aNotification(
        given,
        times(MANY).map((n) => aGoodItem(given, `item${n}`)),
      ),
  },
  "too-many-items": {
    title: "Six times as many items as Meta ever sends",
    toBody: (given) =>
      aNotification(
        given,
        times(TOO_MANY).map((n) => aGoodItem(given, `many${n}`)),
      ),
  },
} as const satisfies Record<string, OddBody>;
