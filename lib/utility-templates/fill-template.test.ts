import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { encryptPageToken } from "@/lib/pages/page-token";
import { A_KEY } from "@/tests/support/build-notification";
import { fillTemplate } from "./fill-template";
import { getTemplates } from "./get-templates";
import { forgetTemplates } from "./known-templates";

vi.mock("@/lib/env", () => ({ getEnv: () => ({ ENCRYPTION_KEY: [A_KEY] }) }));

const MINUTE = 60_000;
let db: Db;
let asked: number;
/** What Meta lists, when it is asked. */
let list: () => unknown[] | Promise<unknown[]>;
const graph = {
  call: async () => {
    asked += 1;
    return { data: await list() };
  },
} as unknown as GraphClient;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  db = openDb(":memory:");
  const insert =
    "INSERT INTO pages (id, name, linked_ms, token_encrypted, token_status, desired_fields, actual_fields, problems) VALUES ('1', 'P', 1, ?, 'valid', '[]', '[]', '[]')";
  db.$client.prepare(insert).run(encryptPageToken("1", "token"));
  asked = 0;
  list = () => STORED;
  forgetTemplates("1");
});
afterEach(() => {
  vi.useRealTimers();
  db.$client.close();
});

const stored = (name: string, text: string, more: object = {}) => ({
  id: name,
  name,
  language: "en",
  status: "APPROVED",
  components: [{ type: "BODY", text }],
  ...more,
});
const STORED = [
  stored("plain", "Your bike is ready."),
  stored("counted", "Hi {{1}}, order {{2}} is ready."),
  stored("counted", "Ciao {{1}}.", { language: "it" }),
  stored("named", "Order {{order_id}} for {{name}} is ready."),
  stored("waiting", "Hi.", { status: "PENDING" }),
  stored("refused", "Hi.", { status: "REJECTED", rejected_reason: "TAG_SHOULD_BE_MARKETING" }),
  stored("pictured", "Hi.", {
    components: [
      { type: "HEADER", format: "IMAGE" },
      { type: "BODY", text: "Hi." },
    ],
  }),
];
const fill = (name: string, parameters: { name?: string; text: string }[], language = "en") =>
  fillTemplate(db, graph, "1", { name, language, parameters });

const ana = { text: "Ana" };
const seven = { text: "7" };
const FILLED: [name: string, given: { name?: string; text: string }[], sent: object[], preview: string][] = [
  ["plain", [], [], "Your bike is ready."],
  ["counted", [ana, seven], [ana, seven], "Hi Ana, order 7 is ready."],
  ["counted", [{ ...ana, name: "x" }, seven], [ana, seven], "Hi Ana, order 7 is ready."],
  [
    "named",
    [seven, ana],
    [
      { name: "order_id", ...seven },
      { name: "name", ...ana },
    ],
    "Order 7 for Ana is ready.",
  ],
  [
    "named",
    [
      { name: "name", ...ana },
      { name: "order_id", ...seven },
    ],
    [
      { name: "order_id", ...seven },
      { name: "name", ...ana },
    ],
    "Order 7 for Ana is ready.",
  ],
];
test.each(FILLED)("%s is filled with %j", async (name, given, parameters, preview) => {
  expect(await fill(name, given)).toEqual({ name, language: "en", parameters, preview });
});

test("each language is a template of its own", async () => {
  expect(await fill("counted", [ana], "it")).toMatchObject({ preview: "Ciao Ana." });
});

const REFUSED: [what: string, run: () => Promise<unknown>, path: string][] = [
  ["an unknown name", () => fill("none", []), "utility.name"],
  ["an unknown language", () => fill("plain", [], "fr"), "utility.name"],
  ["one that is still reviewed", () => fill("waiting", []), "utility.name"],
  ["one that was refused", () => fill("refused", []), "utility.name"],
  ["one with a picture", () => fill("pictured", []), "utility.name"],
  ["a blank too few", () => fill("counted", [ana]), "utility.parameters"],
  ["a blank too many", () => fill("plain", [ana]), "utility.parameters"],
  [
    "another name",
    () =>
      fill("named", [
        { name: "order_id", ...seven },
        { name: "who", ...ana },
      ]),
    "utility.parameters.1.name",
  ],
  [
    "a name twice",
    () =>
      fill("named", [
        { name: "name", ...seven },
        { name: "name", ...ana },
      ]),
    "utility.parameters.0.name",
  ],
];
test.each(REFUSED)("%s is refused with its field named", async (_, run, path) => {
  await expect(run()).rejects.toMatchObject({ code: "invalid_input", fields: [{ path }] });
});

describe("Meta is asked", () => {
  test("once in five minutes, and by anybody who wants it fresh", async () => {
    list = () => [stored("plain", "Your bike is ready.")];
    vi.setSystemTime(0);
    await fill("plain", []);
    vi.setSystemTime(5 * MINUTE - 1);
    await fill("plain", []);
    expect(asked).toBe(1);
    await getTemplates(db, graph, "1", { isFresh: true });
    expect(asked).toBe(2);
    vi.setSystemTime(10 * MINUTE - 1);
    await fill("plain", []);
    expect(asked).toBe(3);
  });

  test("again in a few seconds while one of them is in review, so that what became of it shows", async () => {
    vi.setSystemTime(0);
    await fill("plain", []);
    vi.setSystemTime(MINUTE / 2);
    await fill("plain", []);
    expect(asked).toBe(2);
  });

  test("again once something has changed, even while it was answering", async () => {
    list = async () => {
      forgetTemplates("1");
      return [stored("plain", "Hi.", { status: "PENDING" })];
    };
    await expect(fill("plain", [])).rejects.toThrow("PENDING");
    list = () => STORED;
    expect(await fill("plain", [])).toMatchObject({ preview: "Your bike is ready." });
  });

  test("again after it did not answer, and never for a Page that is not linked", async () => {
    list = () => Promise.reject(new Error("no"));
    await expect(fill("plain", [])).rejects.toThrow("no");
    list = () => STORED;
    await fill("plain", []);
    db.$client.exec("UPDATE pages SET token_encrypted = NULL, linked_ms = NULL");
    await expect(fill("plain", [])).rejects.toMatchObject({ code: "page_not_linked" });
    expect(asked).toBe(2);
  });
});
