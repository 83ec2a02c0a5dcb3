import type { ErrorExplanation, ErrorTable } from "./error-explanation";

const OUTSIDE_WINDOW: ErrorExplanation = {
  title: "Too late: the 24-hour window is closed",
  advice:
    "Facebook lets a Page answer for 24 hours after a person last wrote. For 7 days a person may still answer if Meta has approved that; a utility template goes out at any time.",
  isRetryable: false,
  errorClass: "window",
};
const OTHER_APP: ErrorExplanation = {
  title: "Another app has this conversation",
  advice:
    "It is being answered elsewhere, by a bot or in another inbox. Take it over or ask for it above the conversation, then send this again; or answer there.",
  isRetryable: true,
  errorClass: "window",
};
const STOPPED: ErrorExplanation = {
  title: "This person does not want messages about this",
  advice: "They stopped this topic. Do not write about it again unless they ask for it.",
  isRetryable: false,
  errorClass: "window",
};
const UNAVAILABLE_PERSON: ErrorExplanation = {
  title: "This person cannot receive messages now",
  advice: "They may have blocked the Page or closed their account. Wait until they write again.",
  isRetryable: true,
  errorClass: "recipient",
};
const UNKNOWN_PERSON: ErrorExplanation = {
  title: "Facebook does not know this person on this Page",
  advice: "The id belongs to another Page or no longer exists. Wait until the person writes again.",
  isRetryable: false,
  errorClass: "recipient",
};

/** What is about the person, their conversation and Meta's rules for it (Meta docs: Messenger Platform error codes). */
export const PERSON: ErrorTable = {
  "10/2018065": OUTSIDE_WINDOW,
  "10/2018278": OUTSIDE_WINDOW,
  "10/2534022": {
    ...OUTSIDE_WINDOW,
    advice:
      "Instagram lets an account answer for 24 hours after a person last wrote. For 7 days a person may still answer if Meta has approved that.",
  },
  "*/2018300": OTHER_APP,
  "100/2534037": {
    ...OTHER_APP,
    advice:
      "On Instagram it is being answered elsewhere. Take it over above the conversation, then send this again; or answer there.",
  },
  "*/2018321": {
    ...OTHER_APP,
    title: "An automated flow of Facebook's has this conversation",
    advice: "It has to end by itself. Wait until the person has gone through it, then send this again.",
  },
  "10/1893015": STOPPED,
  "613/1893016": {
    ...STOPPED,
    title: "This person was already asked about this",
    advice: "One request for each topic is allowed. Wait for their answer, and do not ask again.",
  },

  "10/2018108": UNAVAILABLE_PERSON,
  "200/1545041": UNAVAILABLE_PERSON,
  "551": UNAVAILABLE_PERSON,
  "551/1545041": UNAVAILABLE_PERSON,
  "100/2018001": UNKNOWN_PERSON,
  "100/2534014": {
    ...UNKNOWN_PERSON,
    title: "Instagram does not know this person on this account",
    advice: "The id belongs to another account or no longer exists. Wait until the person writes again.",
  },
  "*/2018218": {
    ...UNKNOWN_PERSON,
    title: "This person has no profile that the Page may see",
    advice: "Their name stays unknown. Answering them works all the same once they have written.",
  },
  "*/9000001": {
    ...UNKNOWN_PERSON,
    title: "The message was deleted",
    advice: "The person or somebody of the Page deleted it, so nothing can be done with it any more.",
  },
};
