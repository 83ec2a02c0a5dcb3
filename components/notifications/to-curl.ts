type Request = {
  /** Address of the webhook. */
  url: string;
  rawBody: string;
  contentType: string | undefined;
};

/** What stands where the app secret belongs: no real one ever reaches the browser. */
export const SECRET_PLACEHOLDER = "YOUR_APP_SECRET";

/**
 * A shell command that sends the body again, signed when it runs: `openssl` makes the header from the body and the
 * secret that was put in the placeholder's place (Meta docs: webhooks, "Validating payloads").
 */
export function toCurl({ url, rawBody, contentType = "application/json" }: Request): string {
  return [
    `BODY=${quote(rawBody)}`,
    `curl -X POST ${quote(url)} \\`,
    `  -H ${quote(`Content-Type: ${contentType}`)} \\`,
    `  -H "X-Hub-Signature-256: sha256=$(printf %s "$BODY" | openssl dgst -sha256 -hmac '${SECRET_PLACEHOLDER}' | sed 's/^.*= *//')" \\`,
    `  --data-binary "$BODY"`,
  ].join("\n");
}

/** For a POSIX shell: nothing inside single quotes means anything but themselves. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
