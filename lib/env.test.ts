import { expect, test } from "vitest";
import { listGivenSettings, parseEnv, SettingsError } from "./env";

const valid = {
  PUBLIC_URL: "https://desk.example.test/",
  AUTH_SECRET: "Qm9vK1RzZ3V5dWQ4c2hYdkpQd0xkY0Zn",
  ENCRYPTION_KEY: "q1Zs3nB2m9dQ0uYt7xK5hJ8rVwE4aLcGpXoIiUyTfRs=",
  FACEBOOK_APP_ID: "880011223344556",
  FACEBOOK_APP_SECRET: "b81c77e0, 90ad11f3",
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
    FACEBOOK_APP_SECRET: ["b81c77e0", "90ad11f3"],
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

test("a secret that everybody can guess is refused on a desk that others can reach, and taken on this machine", () => {
  const guessed = {
    ...valid,
    PUBLIC_URL: "https://desk.pagedesk.org",
    AUTH_SECRET: "change-me-".repeat(4),
    SETUP_TOKEN: "0".repeat(20),
  };
  expect(() => parseEnv(guessed)).toThrow(/^AUTH_SECRET is a placeholder: .*\nSETUP_TOKEN is one character repeated: /);
  expect(() => parseEnv(guessed)).not.toThrow(/change-me|000/);
  expect(parseEnv({ ...guessed, PUBLIC_URL: "http://localhost:3000" }).SETUP_TOKEN).toBe(guessed.SETUP_TOKEN);
});

test("every setting is listed as given or as it is without, whatever is wrong with it", () => {
  const listed = listGivenSettings({ PORT: "many", PUBLIC_URL: "" });
  expect(listed).toContainEqual({ name: "PORT", value: "many", isValid: false, fallback: "3000" });
  expect(listed).toContainEqual({ name: "PUBLIC_URL", value: undefined, isValid: true, fallback: undefined });
  expect(listed).toContainEqual({ name: "SETUP_TOKEN", value: undefined, isValid: true, fallback: undefined });
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
