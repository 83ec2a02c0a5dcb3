import type { ErrorExplanation } from "./error-explanation";

/**
 * What is said of an action (a reaction, handing a conversation over, an upload …) where the line of its code speaks of a
 * message: by code, or by why there was no answer.
 */
export const ACTION_TABLE = {
  unknown_outcome: {
    title: "Facebook has not confirmed this",
    advice: "It may have been done all the same. Look at the conversation before you do it again.",
    isRetryable: false,
    errorClass: "unconfirmed",
  },
  not_sent: {
    title: "Facebook could not be reached",
    advice: "Nothing has left this desk. Check the connection, then do it again if it is still wanted.",
    isRetryable: false,
    errorClass: "not_sent",
  },
  transient: {
    title: "Facebook has a temporary problem",
    advice: "Do it again in a moment if it is still wanted.",
    isRetryable: false,
    errorClass: "transient",
  },
  "100": {
    title: "Facebook does not accept this",
    advice: "Doing it again will not help. The details below hold Facebook's own words.",
    isRetryable: false,
    errorClass: "request",
  },
  unknown: {
    title: "Facebook refused this",
    advice: "The details below hold Facebook's own words. Quote the trace id if you ask their support.",
    isRetryable: false,
    errorClass: "request",
  },
} as const satisfies Record<string, ErrorExplanation>;

/** Of a sign that somebody types or has read: when it fails its moment has passed, whatever the cause. */
export const SIGN_ADVICE =
  "This was a sign of typing or reading, no message. Its moment has passed: there is nothing to do.";
