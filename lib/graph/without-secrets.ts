/** How tokens of Meta's begin (user, Page and system user: EAA; Instagram Login: IG), and app tokens: id, bar, secret. */
const LOOKS_LIKE_TOKEN = /\b(?:EAA|IG[A-Z]{1,3})[\w.-]{16,}|\b\d{5,}\|[\w.-]{16,}/g;
const LEFT_OUT = "…";
/** Anything shorter would also hit words. */
const SHORTEST = 8;

/**
 * A text of Meta's without secrets: error 190 may quote the token it refuses ("Malformed access token …"), and what Meta
 * says is shown, stored and logged.
 * @param secrets those the call was made with; what looks like a token goes in any case
 */
export function withoutSecrets(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret.length >= SHORTEST);
  return known.reduce((rest, secret) => rest.replaceAll(secret, LEFT_OUT), text).replace(LOOKS_LIKE_TOKEN, LEFT_OUT);
}
