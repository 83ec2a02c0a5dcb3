import type { IncomingMessage } from "node:http";
import { parseMultipart, type UploadedFile } from "./parse-multipart";

const MAX_BODY_BYTES = 40 * 1024 * 1024;

/** A request with its parameters gathered from wherever they came: query, form, JSON body or multipart. */
export interface ReadRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** As received, with the leading `?`. */
  rawQuery: string;
  headers: Record<string, string>;
  rawBody: Buffer;
  params: Params;
  file: UploadedFile | null;
}

/** Named values; in a query or form everything is text, in JSON a value keeps its type. */
export class Params {
  readonly #values: Map<string, unknown[]>;

  constructor(values: Map<string, unknown[]>) {
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The value as text, or undefined. */
  text(name: string): string | undefined {
    const value = this.#values.get(name)?.[0];
    if (value === undefined || value === null) return undefined;
    return typeof value === "string" ? value : typeof value === "object" ? JSON.stringify(value) : String(value);
  }

  /** The value as it came. */
  raw(name: string): unknown {
    return this.#values.get(name)?.[0];
  }

  /** The value as an object or list, parsed where it travelled as a JSON string; other text stays text. */
  value(name: string): unknown {
    const value = this.#values.get(name)?.[0];
    if (typeof value !== "string" || !/^\s*[[{"]/.test(value)) return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }

  /** A list, sent as a JSON list, as comma-separated text, or by repeating the name. */
  list(name: string): string[] {
    const all = this.#values.get(name) ?? [];
    if (all.length > 1) return all.map(String);
    const value = this.value(name);
    if (Array.isArray(value)) return value.map(String);
    return typeof value === "string"
      ? value
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean)
      : [];
  }

  set(name: string, value: unknown): void {
    this.#values.set(name, [value]);
  }

  names(): string[] {
    return [...this.#values.keys()];
  }
}

/** Reads the whole request. @throws RangeError when the body is over 40 MB. */
export async function readRequest(request: IncomingMessage): Promise<ReadRequest> {
  const url = new URL(request.url ?? "/", "http://simulator");
  const rawBody = await readBody(request);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
  const values = new Map<string, unknown[]>();
  const add = (name: string, value: unknown) => values.set(name, [...(values.get(name) ?? []), value]);
  for (const [name, value] of url.searchParams) add(name, value);

  const type = headers["content-type"] ?? "";
  let file: UploadedFile | null = null;
  if (type.includes("application/x-www-form-urlencoded")) {
    for (const [name, value] of new URLSearchParams(rawBody.toString())) add(name, value);
  } else if (type.includes("multipart/form-data")) {
    const parts = parseMultipart(rawBody, type);
    for (const [name, value] of parts.fields) add(name, value);
    file = parts.files[0] ?? null;
  } else if (rawBody.length > 0) {
    const json = parseJson(rawBody.toString());
    if (typeof json === "object" && json !== null && !Array.isArray(json))
      for (const [name, value] of Object.entries(json)) values.set(name, [value]);
  }
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    rawQuery: url.search,
    headers,
    rawBody,
    params: new Params(values),
    file,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new RangeError("Request body too large.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
