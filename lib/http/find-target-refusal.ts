import type { IncomingMessage } from "node:http";
import { AppError } from "@/lib/errors";

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Why a request must not reach Next, which answers 500 to what it cannot read: another method than routes may have, an
 * address that is not a path of ours (`*`, or a whole one, as proxies are asked), or not UTF-8. Null when it may go on.
 */
export function findTargetRefusal({ url = "", method = "" }: Pick<IncomingMessage, "url" | "method">): AppError | null {
  if (!METHODS.has(method)) return new AppError("method_not_allowed", "Nothing here takes this method.");
  return isPath(url) ? null : new AppError("bad_request", "This is not an address of anything here.");
}

function isPath(url: string): boolean {
  const [path = ""] = url.split("?");
  try {
    return path.startsWith("/") && decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}
