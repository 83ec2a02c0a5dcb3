import { createHmac } from "node:crypto";
import { request } from "node:http";

export type RawAnswer = { status: number; contentType: string | undefined; allow: string | undefined; body: string };

export function signature(body: Buffer | string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** One HTTP request as given, byte for byte; nothing is added but what HTTP needs. */
export function rawRequest(
  url: string,
  {
    method = "POST",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: Buffer | string } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers["content-type"],
          allow: response.headers.allow,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
      response.on("error", reject);
    });
    // An answer that comes before all is sent closes the connection; the answer is what counts.
    sent.on("error", (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? undefined : reject(error)));
    sent.end(body);
  });
}

/** Posts a notification the way Meta does. */
export function postSigned(url: string, secret: string, body: Buffer | string, headers: Record<string, string> = {}) {
  return rawRequest(url, {
    headers: { "content-type": "application/json", "x-hub-signature-256": signature(body, secret), ...headers },
    body,
  });
}
