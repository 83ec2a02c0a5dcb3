const CURL: Readonly<Record<number, string>> = {
  6: "Facebook cannot find the name of the address. Look at the name in PUBLIC_URL and at its DNS entry.",
  7: "Facebook could not connect to the address. Nothing listens there, or a firewall keeps Facebook out.",
  28: "The address did not answer Facebook in time. A firewall may keep Facebook out, or what stands in front of the desk is too slow.",
  35: "Facebook could not make a secure connection to the address. Look at its certificate.",
  47: "The address leads Facebook in circles. It must answer by itself, without leading on.",
  51: "The certificate of the address is for another name.",
  52: "The address closed the connection without an answer.",
  56: "The address broke the connection off.",
  60: "Facebook does not trust the certificate of the address. It must come from a known authority, with its whole chain, and not be self-signed.",
};

/**
 * Puts the reason of a failed handshake into words: the tail of Meta's error 2200 names an HTTP status, an error of
 * curl, or neither (Meta docs: Graph API, Application Subscriptions). Its own words follow, without the verify token.
 */
export function explainHandshake(message: string, verifyToken: string): string {
  const reason = /following errors:\s*(.+)$/is.exec(message)?.[1] ?? message;
  const said = reason.replaceAll(verifyToken, "…").trim().slice(0, 300);
  return `${toCause(reason)} Facebook said: ${said}`;
}

function toCause(reason: string): string {
  const curl = Number(/curl_errno\s*=\s*(\d+)/i.exec(reason)?.[1] ?? 0);
  const known = CURL[curl];
  if (known !== undefined) return known;
  if (/certificate|\bSSL\b|\bTLS\b/i.test(reason)) return CURL[60] as string;
  if (/timed? ?out/i.test(reason)) return CURL[28] as string;
  const status = Number(/HTTP Status Code\s*=\s*(\d+)/i.exec(reason)?.[1] ?? 0);
  if (status === 0) return "Facebook got no answer from the address.";
  return ofStatus(status);
}

function ofStatus(status: number): string {
  if (status === 403)
    return "The address refused the verify token (403). Another desk, or something in front of this one, answers there: look at PUBLIC_URL and at FACEBOOK_VERIFY_TOKEN.";
  if (status === 401) return "The address asks for a log-in (401). Let calls to /api/webhook through without one.";
  if (status === 404) return "There is no webhook at the address (404). PUBLIC_URL leads to something else.";
  if (status === 200)
    return "Something answered, but not with the challenge Facebook sent. Another program answers there, or changes the answer.";
  if (status >= 300 && status < 400)
    return `The address leads on to another one (${status}). Set PUBLIC_URL to where it leads.`;
  if (status >= 500)
    return `The address answered with an error (${status}). Look whether the desk runs, and at what stands in front of it.`;
  return `The address refused the call (${status}).`;
}
