import { aGoodItem, aNotification, type OddBody } from "./odd-body";

const text = (title: string, body: string): OddBody => ({ title, toBody: () => Buffer.from(body) });

const OPEN_LEVELS = 100_000;

/** Bodies that are no JSON, or JSON of no envelope. */
export const ODD_JSON = {
  empty: text("Nothing at all", ""),
  "not-json": text("Not JSON", "not json"),
  html: text("An HTML page", "<!DOCTYPE html><title>502</title>"),
  truncated: {
    title: "Cut off halfway",
    toBody: (given) => aNotification(given, [aGoodItem(given, "truncated")]).subarray(0, -20),
  },
  "open-brackets": text("A hundred thousand open brackets", "[".repeat(OPEN_LEVELS)),
  null: text("JSON null", "null"),
  number: text("A number", "1e400"),
  text: text("A text", '"page"'),
  list: text("A list", "[]"),
  "empty-object": text("An object with nothing in it", "{}"),
  "not-utf8": {
    title: "Bytes that are not UTF-8",
    toBody: (given) => {
      const body = aNotification(given, [aGoodItem(given, "not-utf8")]);
      const at = body.indexOf("Still");
      return Buffer.concat([body.subarray(0, at), Buffer.from([0xc3, 0x28, 0xff, 0xfe]), body.subarray(at)]);
    },
  },
  "nul-bytes": {
    title: "NUL bytes behind the end",
    toBody: (given) => Buffer.concat([aNotification(given, [aGoodItem(given, "nul")]), Buffer.alloc(16)]),
  },
  "byte-order-mark": {
    title: "A byte order mark",
    toBody: (given) =>
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), aNotification(given, [aGoodItem(given, "mark")])]),
  },
  "utf-16": {
    title: "UTF-16",
    toBody: (given) => Buffer.from(aNotification(given, [aGoodItem(given, "utf16")]).toString(), "utf16le"),
  },
} as const satisfies Record<string, OddBody>;
