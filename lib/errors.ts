/** The table is the type: a code without a status and a title does not compile. */
const ERRORS = {
  bad_request: { status: 400, title: "The request could not be read" },
  no_session: { status: 401, title: "Sign in first" },
  foreign_origin: { status: 403, title: "The request came from another site" },
  not_invited: { status: 403, title: "You are not invited yet" },
  not_allowed: { status: 403, title: "Your role does not allow this" },
  page_not_allowed: { status: 403, title: "You cannot manage this Page" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "This address does not take that method" },
  page_consent_needed: { status: 409, title: "Facebook has not been asked for your Pages yet" },
  page_not_linked: { status: 409, title: "This Page is not linked" },
  retry_impossible: { status: 409, title: "This cannot be retried now" },
  send_refused: { status: 409, title: "This cannot be sent now" },
  thread_held_elsewhere: { status: 409, title: "Another app answers this person" },
  one_time_spent: { status: 409, title: "This one-time notification has been used" },
  last_owner: { status: 409, title: "A desk needs an owner" },
  message_state: { status: 409, title: "This is not possible with that message now" },
  too_many_requests: { status: 429, title: "Too many requests" },
  too_many_uploads: { status: 429, title: "Too many files are being uploaded" },
  relay_masked: { status: 403, title: "Something in this notification is hidden from you" },
  relay_impossible: { status: 409, title: "This notification cannot be sent on" },
  field_job_state: { status: 409, title: "This is not possible with that change of fields now" },
  replay_ended: { status: 409, title: "This replay has ended" },
  body_too_large: { status: 413, title: "The request is too large" },
  unsupported_media: { status: 415, title: "This kind of file cannot be sent" },
  invalid_input: { status: 422, title: "Some of the input is not valid" },
  target_refused: { status: 422, title: "This address may not be called" },
  target_unreachable: { status: 502, title: "The address did not answer" },
  graph_refused: { status: 502, title: "Facebook refused the call" },
  graph_unavailable: { status: 503, title: "Facebook cannot be reached" },
  database_unavailable: { status: 503, title: "The database cannot be written" },
  internal: { status: 500, title: "Something went wrong here" },
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type FieldError = { path: string; message: string };

/**
 * An error an operator can act on; `message` tells them how. Anything else thrown is a bug and answers 500 with no detail.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  /** For `invalid_input`: which fields, and what each should be. */
  readonly fields: FieldError[] | undefined;
  /** For `too_many_requests`: after how many seconds there is room again. */
  readonly retryAfterS: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options?: ErrorOptions & { fields?: FieldError[]; retryAfterS?: number },
  ) {
    super(message, options);
    this.code = code;
    this.fields = options?.fields;
    this.retryAfterS = options?.retryAfterS;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get title(): string {
    return ERRORS[this.code].title;
  }
}
