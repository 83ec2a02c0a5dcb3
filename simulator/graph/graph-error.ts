import { newTraceId } from "../new-id";

export interface GraphErrorDetails {
  code: number;
  subcode?: number;
  type?: "OAuthException" | "GraphMethodException" | "FacebookApiException" | "IGApiException";
  /** HTTP status; most Graph errors answer 400. */
  status?: number;
  isTransient?: boolean;
  userTitle?: string;
  userMessage?: string;
  /** Kind of the `WWW-Authenticate` header, for token and code errors. */
  challenge?: "invalid_token" | "invalid_code" | "invalid_request" | "insufficient_scope";
}

/** An error as the Graph API answers it. @see Meta docs: graph-api/guides/error-handling */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly details: GraphErrorDetails;

  constructor(message: string, details: GraphErrorDetails) {
    super(message);
    this.details = details;
  }

  get status(): number {
    return this.details.status ?? 400;
  }

  /** `10/2018278`, for the log. */
  get label(): string {
    const { code, subcode } = this.details;
    return subcode === undefined ? String(code) : `${code}/${subcode}`;
  }

  toBody() {
    const { code, subcode, type = "OAuthException", isTransient, userTitle, userMessage } = this.details;
    return {
      error: {
        message: this.message,
        type,
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(isTransient === undefined ? {} : { is_transient: isTransient }),
        ...(userTitle === undefined ? {} : { error_user_title: userTitle }),
        ...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
        fbtrace_id: newTraceId(),
      },
    };
  }

  toHeaders(): Record<string, string> {
    const { challenge } = this.details;
    if (challenge === undefined) return {};
    const message = this.message.replace(/[^\x20-\x7e]/g, " ").replaceAll('"', "'");
    return { "www-authenticate": `OAuth "Facebook Platform" "${challenge}" "${message}"` };
  }
}

/** A request that is wrong in itself. */
export function invalidParameter(message: string, subcode?: number): GraphError {
  return new GraphError(`(#100) ${message}`, { code: 100, subcode });
}

/** Not there, or not visible to this token: Graph does not tell which. */
export function noSuchObject(id: string, method = "get"): GraphError {
  return new GraphError(
    `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
    { code: 100, subcode: 33, type: "GraphMethodException" },
  );
}
