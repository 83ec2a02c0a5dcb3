import { type FailedCall, UNANSWERED } from "@/lib/messenger/error-catalogue";

/** What a cause stands for: the other way round of `toErrorCause`. */
export function toFailedCall(cause: string): FailedCall {
  if (isUnanswered(cause)) return { code: null, subcode: null, unanswered: cause };
  const [code, subcode] = cause.split("/").map(Number);
  return { code: code ?? null, subcode: subcode ?? null, unanswered: null };
}

const isUnanswered = (cause: string): cause is keyof typeof UNANSWERED => Object.hasOwn(UNANSWERED, cause);
