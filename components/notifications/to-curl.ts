type Request = {
  /** Address of the webhook. */
  url: string;
  rawBody: string;
  contentType: string | undefined;
  /** Name of the file that holds the body, for one that fits into no command. */
  fileName: string;
  /** What is to be done about that file; one line. */
  fileNote: string;
};

/** What stands where the app secret belongs: no real one ever reaches the browser. */
export const SECRET_PLACEHOLDER = "YOUR_APP_SECRET";

const INLINE_BYTES = 100_000;

// A shell variable holds no NUL, a terminal that is pasted into acts on other control characters, and U+FFFD stands for
// bytes that were no UTF-8.
const NOT_PLAIN = /[^\P{Cc}\t\n]|\uFFFD/u;

/** Whether the body is too large, or too odd, to stand in the command: then it comes from a file. */
export function needsBodyFile(rawBody: string): boolean {
  return NOT_PLAIN.test(rawBody) || new TextEncoder().encode(rawBody).length > INLINE_BYTES;
}

/**
 * A shell command that sends the body again, signed when it runs: `openssl` makes the header from the body and the
 * secret that was put in the placeholder's place (Meta docs: webhooks, "Validating payloads").
 *
 * The body may be anyone's. It reaches `curl` by its standard input: as an argument, one that begins with `@` would name
 * a file of the reader's to send.
 */
export function toCurl({ url, rawBody, contentType = "application/json", fileName, fileNote }: Request): string {
  const hash = `openssl dgst -sha256 -hmac '${SECRET_PLACEHOLDER}'`;
  const afterEquals = "sed 's/^.*= *//'";
  const post = (hashed: string, data: string) => [
    `curl -X POST ${quote(url)} \\`,
    `  -H ${quote(`Content-Type: ${contentType}`)} \\`,
    `  -H "X-Hub-Signature-256: sha256=$(${hashed} | ${afterEquals})" \\`,
    `  --data-binary ${data}`,
  ];
  if (needsBodyFile(rawBody)) {
    return [`# ${fileNote}`, `BODY=${quote(fileName)}`, ...post(`${hash} "$BODY"`, '@"$BODY"')].join("\n");
  }
  const print = `printf '%s' "$BODY"`;
  const [first, ...rest] = post(`${print} | ${hash}`, "@-");
  return [`BODY=${quote(rawBody)}`, `${print} | ${first}`, ...rest].join("\n");
}

/** For a POSIX shell: nothing inside single quotes means anything but themselves. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
