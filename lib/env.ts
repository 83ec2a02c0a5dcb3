import "server-only";
import { z } from "zod";
import { findWeakSecrets } from "@/lib/secrets/find-weak-secrets";

const httpUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: "must be an http:// or https:// address, such as https://desk.example.test",
  })
  .transform((value) => value.replace(/\/+$/, ""));

const list = (value: string) =>
  value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

const required = (what: string) => z.string({ error: `is missing: ${what}` }).min(1, `is empty: ${what}`);

const perSecond = z.coerce
  .number({ error: "must be a number of messages, such as 300" })
  .int("must be a whole number")
  .min(1, "must be at least 1 a second")
  .max(10_000, "must be at most 10000 a second");

const settings = z.object({
  PORT: z.coerce
    .number({ error: "must be a port number, such as 3000" })
    .int("must be a whole number")
    .min(0, "must be a port number, 0 to 65535")
    .max(65_535, "must be a port number, 0 to 65535")
    .default(3000),
  PUBLIC_URL: required("the address people and Meta use, such as https://desk.example.test").pipe(httpUrl),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, "must be a file address, such as file:./data/pagedesk.db")
    .default("file:./data/pagedesk.db"),
  AUTH_SECRET: required("at least 32 random bytes; make one with `openssl rand -base64 32`").refine(
    (value) => Buffer.byteLength(value) >= 32,
    "is too short: it needs at least 32 bytes; make one with `openssl rand -base64 32`",
  ),
  ENCRYPTION_KEY: required("32 random bytes in base64; make one with `openssl rand -base64 32`")
    .transform(list)
    .refine((keys) => keys.length > 0 && keys.every((key) => Buffer.from(key, "base64").length === 32), {
      error: "must be 32 bytes in base64 (several keys separated by commas); make one with `openssl rand -base64 32`",
    }),
  FACEBOOK_APP_ID: required("the id of your Facebook app, from its dashboard").regex(
    /^\d+$/,
    "must be digits only: the app id from the app's dashboard",
  ),
  FACEBOOK_APP_SECRET: required("the secret of your Facebook app, from its dashboard")
    .transform(list)
    .refine((secrets) => secrets.length > 0, { error: "is empty: the secret of your Facebook app" }),
  FACEBOOK_LOGIN_CONFIG_ID: z
    .string()
    .regex(/^\d+$/, "must be digits only: the id of a configuration of Facebook Login for Business")
    .optional(),
  FACEBOOK_VERIFY_TOKEN: required("any text; type the same one into the app's webhook settings"),
  GRAPH_API_URL: httpUrl.default("https://graph.facebook.com"),
  FACEBOOK_DIALOG_URL: httpUrl.default("https://www.facebook.com"),
  GRAPH_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, "must be a Graph API version, such as v26.0")
    .default("v26.0"),
  GRAPH_TIMEOUT_MS: z.coerce
    .number({ error: "must be a number of milliseconds, such as 15000" })
    .int("must be a whole number")
    .min(100, "must be at least 100 milliseconds")
    .max(120_000, "must be at most 120000 milliseconds")
    .default(15_000),
  OUTBOX_TEXT_PER_SECOND: perSecond.default(300),
  OUTBOX_MEDIA_PER_SECOND: perSecond.default(10),
  OUTBOX_RETRY_MS: z.coerce
    .number({ error: "must be a number of milliseconds, such as 1000" })
    .int("must be a whole number")
    .min(1, "must be at least 1 millisecond")
    .max(60_000, "must be at most 60000 milliseconds")
    .default(1_000),
  SETUP_TOKEN: z.string().min(16, "is too short: at least 16 characters, or leave it out and one is made").optional(),
  WEBHOOK_MAX_BODY_BYTES: z.coerce
    .number({ error: "must be a number of bytes, such as 5242880" })
    .int()
    .min(1024, "must be at least 1024 bytes")
    .default(5 * 1024 * 1024),
  WEBHOOK_ALLOW_SHA1: z.stringbool({ error: "must be true or false" }).default(false),
  ALLOW_PRIVATE_TARGETS: z.stringbool({ error: "must be true or false" }).default(false),
  TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a number, such as 1" })
    .int("must be a whole number")
    .min(0, "must be at least 0")
    .max(10, "must be at most 10")
    .optional(),
  LOG_LEVEL: z
    .enum(["silent", "fatal", "error", "warn", "info", "debug"], {
      error: "must be one of silent, fatal, error, warn, info, debug",
    })
    .default("info"),
});

export type Env = z.infer<typeof settings>;

/** Proxies of ours in front: we do not speak TLS ourselves, so behind an https address there is at least one. */
export function toTrustedProxies({ TRUSTED_PROXIES, PUBLIC_URL }: Env): number {
  return TRUSTED_PROXIES ?? (PUBLIC_URL.startsWith("https:") ? 1 : 0);
}

/** Thrown at start-up only. `message` has one line per wrong setting: its name and what it should look like. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** Reads settings from `source`. An empty variable counts as not set. @throws {SettingsError} naming every wrong one. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  const lines = parsed.success
    ? findWeakSecrets(parsed.data)
        .filter(({ isRefused }) => isRefused)
        .map(({ setting, message }) => `${setting} ${message}`)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (parsed.success && lines.length === 0) return parsed.data;
  throw new SettingsError(lines.join("\n"));
}

/** A setting as it is given, and what it is without; neither when it is missing or may be left out. */
export type GivenSetting = {
  name: keyof Env;
  value: string | undefined;
  /** Whether a value that is given can be used. */
  isValid: boolean;
  fallback: string | undefined;
};

/** Every setting there is, also where `source` does not do to start with. */
export function listGivenSettings(source: Record<string, string | undefined>): GivenSetting[] {
  return (Object.keys(settings.shape) as (keyof Env)[]).map((name) => {
    const shape = settings.shape[name];
    const value = source[name] || undefined;
    const without = shape.safeParse(undefined);
    const fallback = without.success && without.data !== undefined ? String(without.data) : undefined;
    return { name, value, isValid: value === undefined || shape.safeParse(value).success, fallback };
  });
}

let env: Env | undefined;

/** The settings of this process, read once and only when first needed: `next build` runs without any. */
export function getEnv(): Env {
  env ??= parseEnv(process.env);
  return env;
}
