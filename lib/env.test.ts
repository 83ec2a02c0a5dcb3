import { expect, test } from "vitest";
import { parseEnv, SettingsError } from "./env";

const valid = {
  PUBLIC_URL: "https://desk.example.test/",
  AUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  FACEBOOK_APP_ID: "880011223344556",
  FACEBOOK_APP_SECRET: "new, old",
  FACEBOOK_VERIFY_TOKEN: "verify",
};

test("fills in what may be left out, and takes empty for left out", () => {
  expect(parseEnv({ ...valid, PORT: "", GRAPH_API_URL: "" })).toMatchObject({
    PORT: 3000,
    PUBLIC_URL: "https://desk.example.test",
    DATABASE_URL: "file:./data/pagedesk.db",
    GRAPH_API_URL: "https://graph.facebook.com",
    FACEBOOK_DIALOG_URL: "https://www.facebook.com",
    GRAPH_API_VERSION: "v26.0",
    FACEBOOK_APP_SECRET: ["new", "old"],
  });
});

test("names every wrong setting at once, and none of the values", () => {
  const wrong = { ...valid, AUTH_SECRET: "hush-hush", FACEBOOK_APP_ID: "my-app", PUBLIC_URL: undefined };
  const error = (() => {
    try {
      parseEnv(wrong);
    } catch (caught) {
      return caught;
    }
  })();
  expect(error).toBeInstanceOf(SettingsError);
  const { message } = error as SettingsError;
  expect(message).toMatch(/AUTH_SECRET is too short/);
  expect(message).toMatch(/FACEBOOK_APP_ID must be digits/);
  expect(message).toMatch(/PUBLIC_URL is missing/);
  expect(message).not.toMatch(/hush|my-app/);
});

const NUMBERS: [
  name: "OUTBOX_TEXT_PER_SECOND" | "OUTBOX_MEDIA_PER_SECOND" | "GRAPH_TIMEOUT_MS" | "OUTBOX_RETRY_MS",
  usual: number,
  least: number,
  most: number,
][] = [
  ["OUTBOX_TEXT_PER_SECOND", 300, 1, 10_000],
  ["OUTBOX_MEDIA_PER_SECOND", 10, 1, 10_000],
  ["GRAPH_TIMEOUT_MS", 15_000, 100, 120_000],
  ["OUTBOX_RETRY_MS", 1_000, 1, 60_000],
];
test.each(NUMBERS)("%s is %d, or a whole number from %d to %d", (name, usual, least, most) => {
  const read = (value?: string) => parseEnv({ ...valid, [name]: value })[name];
  expect([read(), read(""), read(String(least)), read(String(most))]).toEqual([usual, usual, least, most]);
  for (const wrong of [least - 1, most + 1, `${least}.5`, -1, 0, "many", "1 000", "NaN", "Infinity", " "]) {
    expect(() => read(String(wrong)), String(wrong)).toThrow(new RegExp(`^${name} must be`));
  }
});
