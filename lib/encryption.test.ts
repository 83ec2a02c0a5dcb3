import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decrypt, encrypt, encryptedPrefix, tryDecrypt } from "./encryption";

const key = () => randomBytes(32).toString("base64");

test("comes back with the same key and owner, and never looks the same twice", () => {
  const keys = [key()];
  const [a, b] = [encrypt("EAAtoken", "page:1", keys), encrypt("EAAtoken", "page:1", keys)];
  expect(a).not.toBe(b);
  expect(a).not.toContain("EAA");
  expect(decrypt(a, "page:1", keys)).toBe("EAAtoken");
});

test("a value moved to another owner, or changed, does not decrypt", () => {
  const keys = [key()];
  const value = encrypt("EAAtoken", "page:1", keys);
  expect(() => decrypt(value, "page:2", keys)).toThrow();
  expect(() => decrypt(`${value.slice(0, -4)}AAAA`, "page:1", keys)).toThrow();
});

test("after a rotation the new key encrypts and the old one still decrypts", () => {
  const [old, fresh] = [key(), key()];
  const value = encrypt("EAAtoken", "page:1", [old]);
  expect(decrypt(value, "page:1", [fresh, old])).toBe("EAAtoken");
  expect(() => decrypt(value, "page:1", [fresh])).toThrow("No ENCRYPTION_KEY fits");
  expect(decrypt(encrypt("new", "page:1", [fresh, old]), "page:1", [fresh])).toBe("new");
});

test("what the first key made is told by its beginning; what no key fits is null where that is asked for", () => {
  const [old, fresh] = [key(), key()];
  const value = encrypt("EAAtoken", "page:1", [old]);
  expect(value.startsWith(encryptedPrefix([old, fresh]))).toBe(true);
  expect(value.startsWith(encryptedPrefix([fresh, old]))).toBe(false);
  expect(tryDecrypt(value, "page:1", [fresh, old])).toBe("EAAtoken");
  expect(tryDecrypt(value, "page:1", [fresh])).toBeNull();
  expect(tryDecrypt(value, "page:2", [old])).toBeNull();
  expect(tryDecrypt("", "page:1", [old])).toBeNull();
});
