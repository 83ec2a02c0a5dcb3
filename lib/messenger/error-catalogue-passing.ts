import type { ErrorExplanation, ErrorTable } from "./error-explanation";

const TRANSIENT: ErrorExplanation = {
  title: "Facebook has a temporary problem",
  advice: "Nothing is wrong with the message. Send it again in a moment.",
  isRetryable: true,
  errorClass: "transient",
};
const TOO_FAST: ErrorExplanation = {
  title: "Facebook asks the Page to slow down",
  advice: "Too many calls were made in a short time. Wait a few minutes, then send it again.",
  isRetryable: true,
  errorClass: "rate",
};
const APP_TOO_FAST: ErrorExplanation = {
  title: "Facebook asks the whole app to slow down",
  advice: "This desk's app made too many calls, for all Pages together. Wait a few minutes, then send it again.",
  isRetryable: true,
  errorClass: "rate",
};

/** What passes by waiting (Meta docs: Messenger Platform error codes, rate limiting). */
export const PASSING: ErrorTable = {
  "1": {
    ...TRANSIENT,
    advice: "Send it again in a moment. If this message fails every time, write it differently.",
  },
  "1/1357046": {
    title: "Facebook's answer could not be read",
    advice: "The message may have arrived all the same. Look at the conversation on Facebook before you send it again.",
    isRetryable: true,
    errorClass: "unconfirmed",
  },
  "2": {
    ...TRANSIENT,
    advice: "Send it again in a moment. If only messages to this person fail, they may have blocked the Page.",
  },
  "1200": TRANSIENT,
  "4": APP_TOO_FAST,
  "4/2018022": {
    ...TOO_FAST,
    title: "Too many messages went to phone numbers",
    advice: "Facebook limits messages to people found by phone number. Wait until tomorrow, then send it again.",
  },
  "4/2018354": {
    ...TOO_FAST,
    title: "Too early for the next marketing message",
    advice: "This person agreed to one message in a certain time. Wait until that time is over, then send it again.",
  },
  "9/2018352": {
    ...TOO_FAST,
    title: "This person was asked too often",
    advice: "Facebook allows no more requests for notifications to this person now. Do not ask them again.",
    isRetryable: false,
  },
  "17": {
    ...APP_TOO_FAST,
    title: "Facebook asks the person who connected the Page to slow down",
    advice: "Too many calls were made in their name in a short time. Wait a few minutes, then send it again.",
  },
  "32": TOO_FAST,
  "341": APP_TOO_FAST,
  "613": TOO_FAST,
  "613/1996": {
    ...TOO_FAST,
    title: "Calls come in too uneven a flow",
    advice: "Facebook saw far more calls than usual at once. Wait a few minutes, then send it again, fewer at a time.",
  },
  "613/2534040": {
    ...TOO_FAST,
    title: "Instagram asks the account to slow down",
    advice: "Too many Instagram messages in a short time. Wait a few minutes, then send it again.",
  },
  "80001": TOO_FAST,
  "80002": { ...TOO_FAST, title: "Instagram asks the account to slow down" },
  "80006": TOO_FAST,
  "*/2018144": {
    ...TOO_FAST,
    title: "A game has reached its limit of messages",
    advice: "Facebook limits messages about Instant Games. Wait until the person plays again, then send it again.",
  },
};
