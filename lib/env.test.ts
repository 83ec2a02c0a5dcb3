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
