import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { mayDo, type Permission } from "@/lib/auth/permissions";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { findViewer, type Viewer } from "@/lib/auth/user-queries";
import { type Db, getDb } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { toProblemResponse } from "./problem-response";
import { readJsonBody } from "./read-json-body";

type Shape = z.ZodObject | undefined;
type Parsed<S extends Shape> = S extends z.ZodObject ? z.output<S> : undefined;

/** What a route is: everything but `handle` also becomes its line in `/api/openapi.json`. */
export type RouteSpec<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape> = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** As in OpenAPI: `/api/pages/{pageId}`. */
  path: string;
  summary: string;
  /** Null: open to everybody, signed in or not. */
  permission: Permission | null;
  params?: P;
  query?: Q;
  body?: B;
  /** Shape of the answer; null for none (204), or for one that is not JSON. */
  answer: z.ZodType | null;
  /** Status of the answer when it is not 200 (204 without one). */
  status?: number;
};

export type RouteInput<P extends Shape, Q extends Shape, B extends Shape> = {
  request: NextRequest;
  db: Db;
  /** Who asks. On a route without permission there is nobody: do not look. */
  viewer: Viewer;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
};

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = ((request: NextRequest, context: NextContext) => Promise<Response>) & { spec: RouteSpec };

/**
 * The one way into the API: session, role, Origin, input by schema, answer by schema, errors as problem+json. A handler
 * answers data for `answer`, or a Response of its own (a stream, a picture, a redirect).
 */
export function defineRoute<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
  spec: RouteSpec<P, Q, B>,
  handle: (input: RouteInput<P, Q, B>) => Promise<unknown>,
): RouteHandler {
  const route = async (request: NextRequest, context: NextContext): Promise<Response> => {
    try {
      const db = getDb();
      const viewer = spec.permission === null ? await admit(request) : await authorize(request, db, spec.permission);
      const params = parseParams(spec.params, await context.params) as Parsed<P>;
      const query = parseInput(spec.query, Object.fromEntries(request.nextUrl.searchParams)) as Parsed<Q>;
      const body = (spec.body ? parseInput(spec.body, await readJsonBody(request)) : undefined) as Parsed<B>;
      return toResponse(spec, await handle({ request, db, viewer, params, query, body }));
    } catch (error) {
      return toProblemResponse(error);
    }
  };
  return Object.assign(route, { spec: spec as RouteSpec });
}

const nobody: Viewer = { id: "", sessionId: "", name: "", role: "agent", pictureUrl: null };

/**
 * Lets anybody in, but no page of another site that acts in the name of somebody signed in here.
 * @throws {AppError} `foreign_origin`
 */
async function admit(request: NextRequest): Promise<Viewer> {
  if (changesState(request) && !isOwnOrigin(request) && (await readSessionCookie(request.cookies)))
    throw foreignOrigin();
  return nobody;
}

const changesState = ({ method }: NextRequest) => method !== "GET" && method !== "HEAD";
const isOwnOrigin = ({ headers }: NextRequest) => headers.get("origin") === new URL(getEnv().PUBLIC_URL).origin;
const foreignOrigin = () => new AppError("foreign_origin", "Changes are taken from the desk's own pages only.");

/** @throws {AppError} `no_session`, `foreign_origin`, `not_invited`, `not_allowed` */
async function authorize(request: NextRequest, db: Db, permission: Permission): Promise<Viewer> {
  const claims = await readSessionCookie(request.cookies);
  if (!claims) throw new AppError("no_session", "Sign in, then try again.");
  if (changesState(request) && !isOwnOrigin(request)) throw foreignOrigin();
  if (claims.sessionId === null) throw new AppError("not_invited", "Ask an owner of this desk to invite you.");
  const viewer = await findViewer(db, claims.sessionId, Date.now());
  if (!viewer) throw new AppError("no_session", "Your session has ended. Sign in again.");
  if (!mayDo(viewer.role, permission)) throw new AppError("not_allowed", "Ask an owner of this desk if you need it.");
  return viewer;
}

function parseParams(schema: Shape, given: Record<string, unknown>): unknown {
  const parsed = schema?.safeParse(given);
  // An address that cannot exist answers like one that does not.
  if (parsed && !parsed.success) throw new AppError("not_found", "There is nothing at this address.");
  return parsed?.data;
}

function parseInput(schema: Shape, given: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const detail = fields.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join(" ");
  throw new AppError("invalid_input", detail, { fields });
}

function toResponse(spec: RouteSpec, result: unknown): Response {
  if (result instanceof Response) return result;
  if (spec.answer === null) return new Response(null, { status: spec.status ?? 204 });
  const answer = spec.answer.safeParse(result);
  if (!answer.success) {
    log.error(
      { path: spec.path, issues: answer.error.issues.map(({ path, code }) => ({ path, code })) },
      "wrong answer",
    );
    throw new Error(`${spec.method} ${spec.path} made an answer that is not of its schema.`);
  }
  const headers = { "cache-control": "no-store" };
  return Response.json(answer.data, { status: spec.status ?? 200, headers });
}
