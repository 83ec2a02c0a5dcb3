import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { log } from "@/lib/log";

/** How a Graph call failed: what Meta said, or why it said nothing. Never a token, never what was to be sent. */
export type Failure = {
  code: number | null;
  subcode: number | null;
  type: string | null;
  fbtraceId: string | null;
  httpStatus: number | null;
  /**
   * Null when Graph answered; else whether the call left, may have been done, turned out not to have been done, or was not
   * tried at all: the token is dead, or our own policy refused it.
   */
  unanswered: "not_sent" | "unknown_outcome" | "not_found" | "not_tried" | "refused" | null;
  message: string;
};

/** What a failure without an answer does not have. */
export const NO_ANSWER = { code: null, subcode: null, type: null, fbtraceId: null, httpStatus: null } as const;

/** What anything thrown around a Graph call says about it. A fault of ours is logged: its outcome is not known. */
export function toFailure(error: unknown): Failure {
  if (error instanceof GraphError) {
    const { code, subcode, type, fbtraceId, httpStatus, message } = error;
    return { code, subcode, type, fbtraceId, httpStatus, message, unanswered: null };
  }
  if (error instanceof GraphUnavailableError) {
    const unanswered = error.mayHaveArrived ? "unknown_outcome" : "not_sent";
    return { ...NO_ANSWER, unanswered, message: error.message };
  }
  // Better say that we do not know than do it twice.
  log.error({ err: error }, "a call to Facebook failed unexpectedly");
  return { ...NO_ANSWER, unanswered: "unknown_outcome", message: "Something went wrong in the desk during this call." };
}
