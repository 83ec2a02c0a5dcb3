import "server-only";
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { AppError } from "@/lib/errors";
import { judgeSecret } from "@/lib/secrets/judge-secret";

/**
 * OWASP's password storage cheat sheet gives these for scrypt: 32 MB and about a quarter of a second. Node's own scrypt
 * (OpenSSL's) runs beside the event loop.
 */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

/** `scrypt$N$r$p$salt$hash`: the cost stands beside the hash, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/**
 * Held against what others try first: words that everybody uses, one character repeated, the address itself.
 * @throws {AppError} `invalid_input`
 */
export function assertNotGuessed(password: string, email: string): void {
  const [name = ""] = email.split("@");
  const plain = password.toLowerCase();
  const isOwnName = plain.includes(email.toLowerCase()) || (name.length > 3 && plain.startsWith(name.toLowerCase()));
  if (!isOwnName && judgeSecret(password)?.kind !== "public") return;
  const message = "This is easy to guess. Take a few words that have nothing to do with each other, or with you.";
  throw new AppError("invalid_input", message, { fields: [{ path: "password", message }] });
}

/** @param stored null where there is nobody: it takes as long, so that the time does not tell */
export async function isPassword(given: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = "", hash = ""] = (stored ?? NOBODY).split("$");
  const cost = { ...COST, N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(given, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(derived, Buffer.from(hash, "base64url")) && stored !== null;
}

/**
 * Each takes 32 MB and one of the few threads that looking up names and reading files need too: two at a time, and whoever
 * comes when many wait already is told to come again.
 */
const AT_ONCE = 2;
const WAITING = 20;
const turns: (() => void)[] = [];
let underWay = 0;

/** @throws {AppError} `too_many_requests` */
async function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  if (turns.length >= WAITING) {
    const retryAfterS = 30;
    throw new AppError("too_many_requests", "Too many people sign in at the moment. Try again soon.", { retryAfterS });
  }
  if (underWay >= AT_ONCE) await new Promise<void>((resolve) => turns.push(resolve));
  else underWay += 1;
  try {
    return await runScrypt(password, salt, cost);
  } finally {
    // The turn is handed on, so that nobody comes in between.
    const next = turns.shift();
    if (next) next();
    else underWay -= 1;
  }
}

/** Characters that look the same are the same, however a keyboard composes them (NIST SP 800-63B). */
function runScrypt(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, BYTES, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

const NOBODY = [
  "scrypt",
  COST.N,
  COST.r,
  COST.p,
  "AAAAAAAAAAAAAAAAAAAAAA",
  Buffer.alloc(BYTES).toString("base64url"),
].join("$");
