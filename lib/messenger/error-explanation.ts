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

/** `isRetryable`: the same message can go out when a person tries again, now or after the step `advice` names. */
export type ErrorExplanation = { title: string; advice: string; isRetryable: boolean; errorClass: ErrorClass };

/**
 * By `code/subcode`, by `code`, or by a subcode alone (`*` for the code): Meta's list prints some subcodes without the code
 * they come with, and which one that is on the wire is not documented.
 */
export type ErrorTable = Readonly<Record<string, ErrorExplanation>>;
