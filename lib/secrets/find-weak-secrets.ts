import { judgeKey, judgeSecret, type SecretFault } from "./judge-secret";

export type Secrets = {
  PUBLIC_URL: string;
  AUTH_SECRET: string;
  ENCRYPTION_KEY: readonly string[];
  FACEBOOK_APP_SECRET: readonly string[];
  FACEBOOK_VERIFY_TOKEN: string;
  SETUP_TOKEN?: string | undefined;
};

export type WeakSecret = {
  setting: keyof Secrets;
  /** What is wrong and what to do, to be read behind the name of the setting. Never the value. */
  message: string;
  /** So weak, on a desk that others can reach, that it must not start. */
  isRefused: boolean;
};

const REMEDY: Record<Exclude<keyof Secrets, "PUBLIC_URL">, string> = {
  AUTH_SECRET: "whoever knows it can sign in as anybody; make one with `openssl rand -base64 32`",
  ENCRYPTION_KEY:
    "it protects the tokens of your Pages; make one with `openssl rand -base64 32` and put it in front of this one",
  FACEBOOK_APP_SECRET:
    "whoever knows it can send notifications in Facebook's name; copy the one of the app's dashboard",
  FACEBOOK_VERIFY_TOKEN: "invent another and type it into the app's webhook settings",
  SETUP_TOKEN: "whoever guesses it can become the owner; leave it out and one is made",
};
/** The verify token opens nothing: whoever guesses it makes Meta call this desk, and still cannot sign. */
const NEVER_REFUSED: ReadonlySet<string> = new Set(["FACEBOOK_VERIFY_TOKEN"]);

/** Secrets that others may guess, in the order of the settings. Several values of one setting are one line at most. */
export function findWeakSecrets(secrets: Secrets): WeakSecret[] {
  const { hostname } = new URL(secrets.PUBLIC_URL);
  const isPublic = !isThisMachine(hostname) && !isReserved(hostname);
  const given = listValues(secrets);
  const found = new Map<keyof Secrets, WeakSecret>();
  for (const { setting, value } of given) {
    const fault = setting === "ENCRYPTION_KEY" ? judgeKey(Buffer.from(value, "base64")) : judgeSecret(value);
    const other = given.find((one) => one.setting !== setting && one.value === value)?.setting;
    const weak = fault ?? (other && ({ kind: "weak", why: `is the same as ${other}` } satisfies SecretFault));
    const before = found.get(setting);
    if (!weak || before?.isRefused || (before && weak.kind === "weak")) continue;
    const isRefused = isPublic && weak.kind === "public" && !NEVER_REFUSED.has(setting);
    found.set(setting, { setting, message: `${weak.why}: ${REMEDY[setting]}`, isRefused });
  }
  return [...found.values()];
}

function listValues(secrets: Secrets) {
  const names = Object.keys(REMEDY) as (keyof typeof REMEDY)[];
  return names.flatMap((setting) => [secrets[setting] ?? []].flat().map((value: string) => ({ setting, value })));
}

/** Whether nobody but this machine can reach a desk of that name. */
export function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])\.?$/.test(hostname);
}

/** Names that lead nowhere on the internet: set aside for trying things out (RFC 2606, RFC 6761). */
function isReserved(hostname: string): boolean {
  return /(?:^|\.)(?:test|example|invalid|example\.(?:com|net|org))\.?$/.test(hostname);
}
