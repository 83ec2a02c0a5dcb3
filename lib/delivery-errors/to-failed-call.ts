import { type FailedCall, toErrorCause, UNANSWERED } from "@/lib/messenger/error-catalogue";

const MESSAGE = "send_message";

/**
 * What errors are grouped by. Actions are never among messages: what they met stands behind their own name, so that a
 * group counts one kind of thing.
 */
export function toCause(operation: string, failed: FailedCall): string {
  const cause = toErrorCause(failed);
  return operation === MESSAGE ? cause : `${operation}:${cause}`;
}

/** What a cause stands for: the other way round of `toCause`. */
export function toFailedCall(cause: string): FailedCall & { operation: string } {
  const [operation, met] = cause.includes(":") ? (cause.split(":", 2) as [string, string]) : [MESSAGE, cause];
  if (isUnanswered(met)) return { operation, code: null, subcode: null, unanswered: met };
  const [code, subcode] = met.split("/").map(Number);
  return { operation, code: code ?? null, subcode: subcode ?? null, unanswered: null };
}

const isUnanswered = (cause: string): cause is keyof typeof UNANSWERED => Object.hasOwn(UNANSWERED, cause);
