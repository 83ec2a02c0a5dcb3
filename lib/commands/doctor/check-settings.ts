import "server-only";
import { type Env, type GivenSetting, parseEnv, SettingsError } from "@/lib/env";
import { findWeakSecrets, isThisMachine } from "@/lib/secrets/find-weak-secrets";
import type { Terminal } from "../terminal";
import { type Finding, note, right, wrong } from "./finding";

/** Names of others that stand in such files. */
const OTHERS = /^(NODE|NEXT|NPM|npm|SIMULATOR|PW|TZ|HOSTNAME)/;

/** @returns what there is to say, and the settings, unless the desk could not start with them */
export function checkSettings(
  { env, fromFile }: Pick<Terminal, "env" | "fromFile">,
  known: readonly GivenSetting[],
): { settings: Env | null; findings: Finding[] } {
  const names = new Set<string>(known.map(({ name }) => name));
  const strange = [...fromFile]
    .filter(([name]) => !names.has(name) && !OTHERS.test(name))
    .map(([name, file]) => note(`${name} in ${file} is no setting of Pagedesk: it may be misspelt.`));
  try {
    const settings = parseEnv(env);
    const findings = [
      right("The desk can start with these settings."),
      ...checkSecrets(settings),
      checkProtocol(settings),
    ];
    return { settings, findings: [...findings, ...strange] };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const findings = error.message.split("\n").map((line) => wrong(`${line}. The desk cannot start so.`));
    return { settings: null, findings: [...findings, ...strange] };
  }
}

function checkSecrets(settings: Env): Finding[] {
  const weak = findWeakSecrets(settings);
  if (weak.length === 0) return [right("No secret looks as if it could be guessed.")];
  // On this machine alone nobody else can try them.
  const tell = isThisMachine(new URL(settings.PUBLIC_URL).hostname) ? note : wrong;
  return weak.map(({ setting, message }) => tell(`${setting} ${message}.`));
}

function checkProtocol({ PUBLIC_URL }: Env): Finding {
  const { protocol, hostname } = new URL(PUBLIC_URL);
  if (protocol === "https:") return right("PUBLIC_URL begins with https://.");
  if (isThisMachine(hostname)) return note(`PUBLIC_URL names this machine (${hostname}): Facebook cannot call it.`);
  return wrong(
    "PUBLIC_URL begins with http://: passwords and messages can be read on their way, and Facebook does not call it.",
  );
}
