import { ACCESS, BAD_PROOF, DEAD_TOKEN, NO_PERMISSION } from "./error-catalogue-access";
import { PASSING } from "./error-catalogue-passing";
import { PERSON } from "./error-catalogue-person";
import { REQUEST } from "./error-catalogue-request";
import type { ErrorClass, ErrorExplanation, ErrorTable } from "./error-explanation";

export type { ErrorClass, ErrorExplanation } from "./error-explanation";

/**
 * What Meta's error codes mean to the person who meets one, and whether sending again can help. Branch on code and
 * subcode, never on Meta's text: it changes (Meta docs: Messenger Platform error codes).
 */
export const ERROR_TABLE: ErrorTable = { ...PASSING, ...ACCESS, ...PERSON, ...REQUEST };

/**
 * Why there is no code of Meta's: the request never left, its outcome is unknown, it was not tried (the token is dead, or
 * our own policy refused it), or Meta's conversation turned out not to have it.
 */
type Unanswered = "not_sent" | "unknown_outcome" | "not_tried" | "refused" | "not_found";

export const UNANSWERED: Readonly<Record<Unanswered, ErrorExplanation>> = {
  not_sent: {
    title: "Facebook could not be reached",
    advice: "The message did not leave this desk. Check the connection, then send it again.",
    isRetryable: true,
    errorClass: "not_sent",
  },
  unknown_outcome: {
    title: "Facebook has not confirmed this message",
    advice: "It may have arrived all the same. Look at the conversation on Facebook before you send it again.",
    isRetryable: true,
    errorClass: "unconfirmed",
  },
  not_tried: DEAD_TOKEN,
  refused: {
    title: "This was not sent",
    advice: "It may not go out any more: the details below say why. Nothing of it has left this desk.",
    isRetryable: true,
    errorClass: "window",
  },
  not_found: {
    title: "This message did not arrive",
    advice: "Facebook's conversation does not show it. It is safe to send it again.",
    isRetryable: true,
    errorClass: "not_sent",
  },
};

/** True of every code that has no line of its own. */
export const UNKNOWN: ErrorExplanation = {
  title: "Facebook refused the message",
  advice: "The details below hold Facebook's own words. Quote the trace id if you ask their support.",
  isRetryable: true,
  errorClass: "request",
};

export type FailedCall = {
  /** Null when there was no answer to read one from; `unanswered` then says what that means. */
  code: number | null;
  subcode: number | null;
  /** Meta's name for the kind of error; tells a refused proof from a refused parameter. */
  type?: string | null;
  unanswered: Unanswered | null;
};

/** Explains a failed call. Codes without a line of their own get a sentence that is true of all of their kind. */
export function explainError({ code, subcode, type, unanswered }: FailedCall): ErrorExplanation {
  if (unanswered !== null) return UNANSWERED[unanswered];
  if (code === 100 && !subcode && type === "GraphMethodException") return BAD_PROOF;
  return findLine(code, subcode) ?? explainKind(code);
}

function findLine(code: number | null, subcode: number | null): ErrorExplanation | undefined {
  const keys = [`${code}/${subcode}`, `*/${subcode}`, String(code), `*/${code}`];
  const key = keys.find((name) => Object.hasOwn(ERROR_TABLE, name));
  return key === undefined ? undefined : ERROR_TABLE[key];
}

/** 200 to 299 are permissions, 80000 to 80014 rate limits by use case (Meta docs: Graph API error handling, rate limiting). */
function explainKind(code: number | null): ErrorExplanation {
  if (code !== null && code >= 200 && code <= 299) return NO_PERMISSION;
  if (code !== null && code >= 80000 && code <= 80014) return ERROR_TABLE["80001"] ?? UNKNOWN;
  return UNKNOWN;
}

/** Waiting does not help with these, although they count what was sent: they are about one person, not the rate. */
const LIMITS_OF_A_PERSON: ReadonlySet<string> = new Set(["4/2018022", "4/2018354", "9/2018352"]);
const GAME_LIMIT = 2018144;
/** What waiting alone can never mend, whatever else Meta says of it. */
const NEVER_ALONE: ReadonlySet<ErrorClass> = new Set([
  "token",
  "permission",
  "window",
  "recipient",
  "restriction",
  "unconfirmed",
]);

/**
 * Whether a machine may send the same again after this refusal: `transient` after a short wait, `rate` after the wait
 * Meta names (Meta docs: error codes, classes T and R). Null: no, and a refusal of class `unconfirmed` is none at all — the
 * message may have gone out (see `mayHaveGoneOut`).
 */
export function retryByMachine({
  code,
  subcode,
  isTransient,
}: {
  code: number;
  subcode: number | null;
  isTransient: boolean;
}): "transient" | "rate" | null {
  const { errorClass } = explainError({ code, subcode, unanswered: null });
  if (errorClass === "rate") {
    const isOfPerson = LIMITS_OF_A_PERSON.has(`${code}/${subcode}`) || subcode === GAME_LIMIT || code === GAME_LIMIT;
    return isOfPerson ? null : "rate";
  }
  if (errorClass === "transient") return "transient";
  return isTransient && !NEVER_ALONE.has(errorClass) ? "transient" : null;
}

/** Meta answered with an error although the message may be on its way: as unsure as no answer (Meta docs: 1/1357046). */
export function mayHaveGoneOut({ code, subcode }: { code: number; subcode: number | null }): boolean {
  return explainError({ code, subcode, unanswered: null }).errorClass === "unconfirmed";
}

/** What errors are grouped by: `code/subcode`, `code`, or why there was no answer. */
export function toErrorCause({ code, subcode, unanswered }: FailedCall): string {
  if (unanswered !== null) return unanswered;
  return subcode === null ? String(code) : `${code}/${subcode}`;
}
