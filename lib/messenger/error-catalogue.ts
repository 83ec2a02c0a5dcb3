import { toTokenFault } from "./token-fault";

/**
 * What Meta's error codes mean to the person who meets one, and whether sending again can help. Branch on code and
 * subcode, never on Meta's text: it changes (Meta docs: Messenger Platform error codes).
 */
export type ErrorExplanation = { title: string; advice: string; isRetryable: boolean; errorClass: ErrorClass };

/** What the product does about a refusal: Meta's codes sorted (Meta docs: error codes), and two ways of having no answer. */
export type ErrorClass =
  | "transient"
  | "rate"
  | "token"
  | "permission"
  | "window"
  | "recipient"
  | "request"
  | "restriction"
  | "unconfirmed"
  | "not_sent";

const OUTSIDE_WINDOW: ErrorExplanation = {
  title: "Too late: the 24-hour window is closed",
  advice: "Facebook lets a Page answer for 24 hours after a person last wrote. You can write again once they do.",
  isRetryable: false,
  errorClass: "window",
};
const UNAVAILABLE_PERSON: ErrorExplanation = {
  title: "This person cannot receive messages now",
  advice: "They may have blocked the Page or closed their account. Wait until they write again.",
  isRetryable: true,
  errorClass: "recipient",
};
const TOO_FAST: ErrorExplanation = {
  title: "Facebook asks the Page to slow down",
  advice: "Too many calls were made in a short time. Wait a few minutes, then send it again.",
  isRetryable: true,
  errorClass: "rate",
};
const DEAD_TOKEN: ErrorExplanation = {
  title: "The Page's access has ended",
  advice: "Facebook no longer accepts the Page's token. Connect the Page again, then send this once more.",
  isRetryable: true,
  errorClass: "token",
};
/** A token that is dead for a cause Meta names. */
function deadBecause(cause: string, first = ""): ErrorExplanation {
  const advice = `${first}Connect the Page again, then send this once more.`;
  return { title: DEAD_TOKEN.title, advice: `${cause} ${advice}`, isRetryable: true, errorClass: "token" };
}
const NO_PERMISSION: ErrorExplanation = {
  title: "The Page has not granted this permission",
  advice: "Connect the Page again and allow messaging, or ask for the permission in App Review.",
  isRetryable: true,
  errorClass: "permission",
};
const TRANSIENT: ErrorExplanation = {
  title: "Facebook has a temporary problem",
  advice: "Nothing is wrong with the message. Send it again in a moment.",
  isRetryable: true,
  errorClass: "transient",
};
const OTHER_APP: ErrorExplanation = {
  title: "Another app has this conversation",
  advice:
    "It is being answered elsewhere, by a bot or in another inbox. Answer there, or wait until it is handed over.",
  isRetryable: true,
  errorClass: "window",
};
const RESTRICTED: ErrorExplanation = {
  title: "Facebook has restricted this Page from sending",
  advice: "Look into the Page's support inbox on Facebook and settle what it names. Replies fail until then.",
  isRetryable: true,
  errorClass: "restriction",
};

/** By `code/subcode` first, then by `code`. */
const EXPLANATIONS: Readonly<Record<string, ErrorExplanation>> = {
  "1": TRANSIENT,
  "2": TRANSIENT,
  "4": TOO_FAST,
  "10": NO_PERMISSION,
  "10/2018065": OUTSIDE_WINDOW,
  "10/2018108": UNAVAILABLE_PERSON,
  "10/2018278": OUTSIDE_WINDOW,
  "10/2534022": OUTSIDE_WINDOW,
  "10/2018300": OTHER_APP,
  "10/1893063": RESTRICTED,
  "17": TOO_FAST,
  "32": TOO_FAST,
  "100": {
    title: "Facebook does not accept this message",
    advice: "Something in the request is not valid. The details below say what; sending the same again will not help.",
    isRetryable: false,
    errorClass: "request",
  },
  "100/2018001": {
    title: "Facebook does not know this person on this Page",
    advice: "The id belongs to another Page or no longer exists. Wait until the person writes again.",
    isRetryable: false,
    errorClass: "recipient",
  },
  "100/2018034": {
    title: "The message was empty",
    advice: "Write something, then send it.",
    isRetryable: false,
    errorClass: "request",
  },
  "100/2534029": RESTRICTED,
  "100/2534037": OTHER_APP,
  "102": DEAD_TOKEN,
  "190": DEAD_TOKEN,
  "190/458": deadBecause("The person who connected the Page has removed the app."),
  "190/459": deadBecause(
    "The person who connected the Page has to pass a check.",
    "They log in at facebook.com first. ",
  ),
  "190/460": deadBecause("The person who connected the Page changed their Facebook password."),
  "190/463": deadBecause("The Page's token has expired."),
  "190/464": deadBecause("The person who connected the Page has not confirmed their account.", "They do so first. "),
  "190/467": deadBecause("The person who connected the Page was logged out."),
  "190/492": deadBecause("The person who connected the Page no longer has a role on it."),
  "200": NO_PERMISSION,
  "200/1545041": UNAVAILABLE_PERSON,
  "200/2018028": {
    title: "The app may only write to people with a role on it",
    advice:
      "It is in development mode or has Standard Access. Give this person a role on the app, or finish App Review.",
    isRetryable: true,
    errorClass: "permission",
  },
  "230": NO_PERMISSION,
  "341": TOO_FAST,
  "368": RESTRICTED,
  "551": UNAVAILABLE_PERSON,
  "551/1545041": UNAVAILABLE_PERSON,
  "613": TOO_FAST,
  "1200": TRANSIENT,
  "2022": RESTRICTED,
  "80001": TOO_FAST,
  "80002": TOO_FAST,
  "80006": TOO_FAST,
  "2018300": OTHER_APP,
};

const UNREACHABLE: ErrorExplanation = {
  title: "Facebook could not be reached",
  advice: "The message did not leave this desk. Check the connection, then send it again.",
  isRetryable: true,
  errorClass: "not_sent",
};
const UNCONFIRMED: ErrorExplanation = {
  title: "Facebook has not confirmed this message",
  advice: "It may have arrived all the same. Look at the conversation on Facebook before you send it again.",
  isRetryable: true,
  errorClass: "unconfirmed",
};
const UNANSWERED = { not_sent: UNREACHABLE, unknown_outcome: UNCONFIRMED, not_tried: DEAD_TOKEN };
const UNKNOWN: ErrorExplanation = {
  title: "Facebook refused the message",
  advice: "The details below hold Facebook's own words. Quote the trace id if you ask their support.",
  isRetryable: true,
  errorClass: "request",
};

export type FailedCall = {
  /** Null when there was no answer to read one from; `unanswered` then says what that means. */
  code: number | null;
  subcode: number | null;
  unanswered: "not_sent" | "unknown_outcome" | "not_tried" | null;
};

/** Explains a failed call. Codes without a line of their own get a sentence that is true of all of them. */
export function explainError({ code, subcode, unanswered }: FailedCall): ErrorExplanation {
  if (unanswered !== null) return UNANSWERED[unanswered];
  const known = EXPLANATIONS[`${code}/${subcode}`] ?? EXPLANATIONS[String(code)];
  if (known) return known;
  return code !== null && toTokenFault(code, null) === "permission_missing" ? NO_PERMISSION : UNKNOWN;
}

/** What errors are grouped by: `code/subcode`, `code`, or why there was no answer. */
export function toErrorCause({ code, subcode, unanswered }: FailedCall): string {
  if (unanswered !== null) return unanswered;
  return subcode === null ? String(code) : `${code}/${subcode}`;
}
