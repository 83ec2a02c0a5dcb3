import {
  type ErrorClass,
  type ErrorExplanation,
  explainError,
  type FailedCall,
  UNKNOWN,
} from "@/lib/messenger/error-catalogue";
import { ACTION_TABLE, SIGN_ADVICE } from "@/lib/messenger/error-catalogue-actions";
import { isPassing } from "./operations";

/** What has to be mended whatever it hit first; a sign that met anything else is forgotten. */
const NOT_OF_THE_MOMENT: ReadonlySet<ErrorClass> = new Set(["token", "permission", "restriction"]);

/** What a failed call means and what to do about it: of a message, or of an action, which is not sent again from here. */
export function explainCall(call: FailedCall & { operation: string }): ErrorExplanation {
  if (call.operation === "send_message") return explainError(call);
  const line = explainAction(call);
  const isSign = isPassing(call.operation) && !NOT_OF_THE_MOMENT.has(line.errorClass);
  return isSign ? { ...line, advice: SIGN_ADVICE } : line;
}

function explainAction(call: FailedCall): ErrorExplanation {
  if (call.unanswered === "unknown_outcome" || call.unanswered === "not_sent") return ACTION_TABLE[call.unanswered];
  const line = explainError(call);
  if (line.errorClass === "unconfirmed") return { ...ACTION_TABLE.unknown_outcome, title: line.title };
  if (line.errorClass === "transient") return { ...ACTION_TABLE.transient, title: line.title };
  if (line === UNKNOWN) return ACTION_TABLE.unknown;
  return line === explainError(WRONG_PARAMETER) ? ACTION_TABLE["100"] : line;
}

const WRONG_PARAMETER: FailedCall = { code: 100, subcode: null, unanswered: null };
