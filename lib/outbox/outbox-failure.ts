import "server-only";
import { type Failure, NO_ANSWER, toFailure } from "@/lib/delivery-errors/to-failure";
import { GraphError } from "@/lib/graph/graph-error";
import { mayHaveGoneOut, retryByMachine } from "@/lib/messenger/error-catalogue";

/** A request for a message that did not end well. */
export type SendFailure = {
  failure: Failure;
  /** The machine may try again: after a short wait, or when the rate limit is over. Then the message went out for certain not. */
  retry: "transient" | "rate" | null;
  /** Nobody knows whether it went out. */
  isUnconfirmed: boolean;
};

/** What the thing thrown around a send means for its message: only what Meta refused, or never saw, may be sent again. */
export function toSendFailure(error: unknown): SendFailure {
  const failure = toFailure(error);
  if (error instanceof GraphError) {
    const isUnconfirmed = mayHaveGoneOut(error);
    return { failure, retry: isUnconfirmed ? null : retryByMachine(error), isUnconfirmed };
  }
  const isUnconfirmed = failure.unanswered === "unknown_outcome";
  return { failure, retry: isUnconfirmed ? null : "transient", isUnconfirmed };
}

/** Nothing left the desk: what it takes was not there, the Page's token is dead, or the policy refused it. */
export function withoutRequest(unanswered: "not_sent" | "not_tried" | "refused", message: string): SendFailure {
  return { failure: { ...NO_ANSWER, unanswered, message }, retry: null, isUnconfirmed: false };
}
