import { z } from "zod";
import { withoutSecrets } from "./without-secrets";

/** How Graph says no, whatever the HTTP status (Meta docs: error handling). */
export const graphErrorBody = z.object({
  error: z.object({
    message: z.string().catch("Facebook gave no reason."),
    code: z.coerce.number(),
    error_subcode: z.coerce.number().optional(),
    type: z.string().optional(),
    fbtrace_id: z.string().optional(),
    is_transient: z.boolean().optional(),
  }),
});

/** An answer of Graph that says no. Fields as Meta sent them, but for tokens, which are taken out of the message. */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly code: number;
  readonly subcode: number | null;
  readonly type: string | null;
  readonly fbtraceId: string | null;
  readonly isTransient: boolean;
  readonly httpStatus: number;
  /** Usage headers of the answer, for rate limits. */
  readonly usage: Readonly<Record<string, string>>;

  constructor(
    error: {
      message: string;
      code: number;
      error_subcode?: number | undefined;
      type?: string | undefined;
      fbtrace_id?: string | undefined;
      is_transient?: boolean | undefined;
    },
    answer: { httpStatus: number; usage: Readonly<Record<string, string>> },
  ) {
    super(withoutSecrets(error.message));
    this.code = error.code;
    this.subcode = error.error_subcode ?? null;
    this.type = error.type ?? null;
    this.fbtraceId = error.fbtrace_id ?? null;
    this.isTransient = error.is_transient ?? false;
    this.httpStatus = answer.httpStatus;
    this.usage = answer.usage;
  }
}

/**
 * There was no answer that could be read. With `mayHaveArrived` the request was on its way, so what it asked for may
 * have been done; without it, it never left.
 */
export class GraphUnavailableError extends Error {
  override readonly name = "GraphUnavailableError";
  readonly mayHaveArrived: boolean;

  constructor(message: string, { mayHaveArrived, cause }: { mayHaveArrived: boolean; cause?: unknown }) {
    super(message, { cause });
    this.mayHaveArrived = mayHaveArrived;
  }
}
