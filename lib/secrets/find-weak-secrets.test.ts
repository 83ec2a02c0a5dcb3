import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findWeakSecrets, type Secrets } from "./find-weak-secrets";

const good = (): Secrets => ({
  PUBLIC_URL: "https://desk.harborbikes.com",
  AUTH_SECRET: randomBytes(32).toString("base64"),
  ENCRYPTION_KEY: [randomBytes(32).toString("base64")],
  FACEBOOK_APP_SECRET: [randomBytes(16).toString("hex")],
  FACEBOOK_VERIFY_TOKEN: randomBytes(16).toString("hex"),
  SETUP_TOKEN: randomBytes(16).toString("hex"),
});
const keyOf = (bytes: ArrayLike<number> | string) => [Buffer.from(bytes as string).toString("base64")];
const HERE = [
  "http://localhost:3000",
  "http://127.0.0.1",
  "http://127.8.0.1:1",
  "http://[::1]:3000",
  "http://a.localhost",
  // Names for trying things out, which lead nowhere.
  "https://desk.example.test",
  "https://desk.example.com",
];
const OUT = [
  "https://desk.harborbikes.com",
  "http://10.0.0.4",
  "http://desk",
  "http://localhost.harborbikes.com",
  "https://desk.test.harborbikes.com",
  "https://my-example.com",
];

test("secrets made at random are none of it, a thousand times", () => {
  for (let run = 0; run < 1_000; run += 1) {
    const secrets = good();
    expect(findWeakSecrets(secrets), JSON.stringify(secrets)).toEqual([]);
  }
});

const REFUSED: [change: Partial<Secrets>, why: string][] = [
  [{ AUTH_SECRET: "x".repeat(40) }, "one character repeated"],
  [{ AUTH_SECRET: "changeme-changeme-changeme-changeme" }, "a placeholder"],
  [{ AUTH_SECRET: "Your_Secret_Here_Please_Change_Me_1234" }, "a placeholder"],
  [{ AUTH_SECRET: "<this-is-a-long-secret-string>" }, "a placeholder"],
  [{ AUTH_SECRET: "12345678901234567890123456789012" }, "a placeholder"],
  [{ AUTH_SECRET: "0123456789abcdef0123456789abcdef" }, "a placeholder"],
  [{ ENCRYPTION_KEY: keyOf(new Uint8Array(32)) }, "one byte repeated"],
  [{ ENCRYPTION_KEY: keyOf(new Uint8Array(32).fill(7)) }, "one byte repeated"],
  [{ ENCRYPTION_KEY: keyOf([...Array(32).keys()]) }, "counts up"],
  [{ ENCRYPTION_KEY: keyOf("passwordpasswordpasswordpassword") }, "a placeholder"],
  [{ ENCRYPTION_KEY: [...good().ENCRYPTION_KEY, ...keyOf(new Uint8Array(32))] }, "one byte repeated"],
  [{ FACEBOOK_APP_SECRET: ["demo-app-secret-0123456789abcdef"] }, "the examples of Pagedesk"],
  [{ FACEBOOK_APP_SECRET: [...good().FACEBOOK_APP_SECRET, "your-app-secret"] }, "a placeholder"],
  [{ SETUP_TOKEN: "setup-token-setup-token" }, "a placeholder"],
  [{ SETUP_TOKEN: "0000000000000000" }, "one character repeated"],
];
const WARNED: [change: Partial<Secrets>, why: string][] = [
  [{ AUTH_SECRET: "correct-horse-battery-secret-91827364" }, "made of words"],
  [{ AUTH_SECRET: "Kd82hTq9Kd82hTq9Kd82hTq9Kd82hTq9" }, "repeats itself"],
  [{ AUTH_SECRET: "gkgkkgkkgkgkgkggggkkgkgkkgkgkgkkgkpr" }, "hardly any different"],
  [{ ENCRYPTION_KEY: keyOf("Kd82hTq9rz!mVc55eeR?bb1wLq0Pz_x7") }, "is text"],
  [{ ENCRYPTION_KEY: keyOf([...Array(32).keys()].map((at) => (at % 9) * 28)) }, "hardly any different bytes"],
  [{ FACEBOOK_VERIFY_TOKEN: "verify-token" }, "a placeholder"],
  [{ FACEBOOK_VERIFY_TOKEN: "aaaa" }, "one character repeated"],
];

describe("what everybody can guess", () => {
  test.each(REFUSED)(
    "%j refuses the start where others can reach the desk, and is a warning on this machine",
    (change, why) => {
      for (const PUBLIC_URL of [...OUT, ...HERE]) {
        const [weak, ...others] = findWeakSecrets({ ...good(), ...change, PUBLIC_URL });
        expect(weak, PUBLIC_URL).toMatchObject({
          setting: Object.keys(change)[0],
          isRefused: OUT.includes(PUBLIC_URL),
        });
        expect(weak?.message).toContain(why);
        expect(others).toEqual([]);
      }
    },
  );

  test.each(WARNED)("%j is a warning everywhere", (change, why) => {
    for (const PUBLIC_URL of [...OUT, ...HERE]) {
      const [weak, ...others] = findWeakSecrets({ ...good(), ...change, PUBLIC_URL });
      expect(weak, PUBLIC_URL).toMatchObject({ setting: Object.keys(change)[0], isRefused: false });
      expect(weak?.message).toContain(why);
      expect(others).toEqual([]);
    }
  });

  test("one secret for two purposes is a warning at both", () => {
    const shared = randomBytes(32).toString("base64");
    const weak = findWeakSecrets({ ...good(), AUTH_SECRET: shared, ENCRYPTION_KEY: [shared] });
    expect(weak.map(({ setting, isRefused }) => [setting, isRefused])).toEqual([
      ["AUTH_SECRET", false],
      ["ENCRYPTION_KEY", false],
    ]);
    expect(weak[0]?.message).toContain("the same as ENCRYPTION_KEY");
  });

  test("no message holds the value", () => {
    for (const [change] of [...REFUSED, ...WARNED]) {
      const [value = ""] = Object.values(change).flat();
      for (const { message } of findWeakSecrets({ ...good(), ...change })) expect(message).not.toContain(value);
    }
  });
});
