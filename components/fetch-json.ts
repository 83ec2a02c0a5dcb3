import type { Problem } from "@/lib/api/schemas/common";

/**
 * An answer that was not the one we wanted. `code` is the API's stable name for the problem; beside those there are two
 * of our own: `offline` when no answer came at all (status 0), and `unexpected` when it was not problem+json.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: { path: string; message: string }[];

  constructor({ status, code, title, detail, errors = [] }: Omit<Problem, "type">, options?: ErrorOptions) {
    super(`${code}: ${title}`, options);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
  }
}

type JsonRequest = Omit<RequestInit, "body"> & {
  /** Sent as JSON. */
  json?: unknown;
  /** Sent the way a plain HTML form would. */
  form?: Record<string, string>;
};

/**
 * Asks our own API. Answers the parsed body (`undefined` for 204).
 *
 * @throws {ApiError} for every answer outside 200–299, and when there is none. An abort is passed on as it is.
 */
export async function fetchJson<T>(path: string, { json, form, headers, ...init }: JsonRequest = {}): Promise<T> {
  const response = await send(path, {
    ...init,
    headers: {
      accept: "application/json",
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    // URLSearchParams brings its own content type.
    body: form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json),
  });
  if (!response.ok) throw await toApiError(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({ status: 0, code: "offline", title: "", detail: "" }, { cause: error });
  }
}

async function toApiError(response: Response): Promise<ApiError> {
  if (response.headers.get("content-type")?.includes("application/problem+json")) {
    const problem = (await response.json()) as Problem;
    return new ApiError(problem);
  }
  return new ApiError({ status: response.status, code: "unexpected", title: "", detail: "" });
}

/** The path with those parameters that have a value. */
export function withParams(path: string, params: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const query = search.toString();
  return query === "" ? path : `${path}?${query}`;
}
