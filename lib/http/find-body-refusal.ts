import type { IncomingMessage } from "node:http";
import { AppError } from "@/lib/errors";

/** More than any route but uploads and the webhook takes; their own limits are lower and tell more. */
const MOST_ANNOUNCED = 1024 * 1024;

/**
 * Why a body must not reach Next, which would keep it in memory before any of our code sees it: a page takes none at
 * all, and nothing takes one that is announced far too large. Null when it may go on. Not for the webhook and uploads.
 */
export function findBodyRefusal({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): AppError | null {
  const announced = Number(headers["content-length"] ?? 0);
  const hasBody = announced > 0 || headers["transfer-encoding"] !== undefined;
  if (!url.startsWith("/api/") && hasBody) return tooLarge("This address takes no body.");
  return announced > MOST_ANNOUNCED ? tooLarge(`Send at most ${MOST_ANNOUNCED} bytes.`) : null;
}

const tooLarge = (detail: string) => new AppError("body_too_large", detail);
