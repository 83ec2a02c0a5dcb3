import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { findActor, runAs } from "@/lib/auth/actor";
import type { AuditAction } from "@/lib/auth/audit-actions";
import { recordAudit } from "@/lib/auth/audit-queries";
import { maySeePages } from "@/lib/auth/page-access";
import type { PagesOf } from "@/lib/auth/page-of-queries";
import type { Permission } from "@/lib/auth/permissions";
import { nobody, type Viewer } from "@/lib/auth/viewer";
import { type Db, getDb } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { admit, authorize } from "./authorize";
import { readClientIp } from "./client-ip";
import { limitCaller, limitRefused } from "./limit-requests";
import { toProblemResponse } from "./problem-response";
import { readJsonBody } from "./read-json-body";

type Shape = z.ZodObject | undefined;
type Parsed<S extends Shape> = S extends z.ZodObject ? z.output<S> : undefined;

/**
 * How a route keeps to the Pages somebody may see. It has to say so, or it does not compile:
 * - `none`: it is about no Page at all.
 * - `viewer`: it lists or changes things of several Pages, and keeps to `viewer.pages` itself.
 * - a function: the Pages of what the address names; whoever may not see all of them is told that it is not there.
 */
type PageRule<P extends Shape> = "none" | "viewer" | ((db: Db, params: Parsed<P>) => PagesOf);

/**
 * What a change leaves in the audit log. Where the code behind the route has not recorded this action with more detail,
 * the wrapper records it. Null: nothing, because the thing itself says who did it, or it is gone in a moment.
 */
type Change = { method: "POST" | "PUT" | "DELETE"; audit: AuditAction | null };
type Read = { method: "GET"; audit?: undefined };

/** What a route is: everything but `handle` also becomes its line in `/api/openapi.json`. */
export type RouteSpec<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape> = (Change | Read) &
  /** A null permission: open to everybody, signed in or not. */
  ({ permission: Permission; page: PageRule<P> } | { permission: null; page?: undefined }) & {
    /** As in OpenAPI: `/api/pages/{pageId}`. */
    path: string;
    summary: string;
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
 * The one way into the API: session or key, role, Page access, Origin, input by schema, answer by schema, errors as
 * problem+json, audit. A handler answers data for `answer`, or a Response of its own (a stream, a picture, a redirect).
 */
export function defineRoute<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
  spec: RouteSpec<P, Q, B>,
  handle: (input: RouteInput<P, Q, B>) => Promise<unknown>,
): RouteHandler {
  const route = async (request: NextRequest, context: NextContext): Promise<Response> => {
    const ip = readClientIp(request.headers);
    let viewer: Viewer = nobody;
    try {
      const db = getDb();
      const ask = () => (spec.permission === null ? admit(request) : authorize(request, db, spec.permission));
      const look = () => (spec.permission === null ? null : findVisible(db, viewer, spec.page, params));
      viewer = await ask();
      await limitCaller(viewer);
      const params = parseParams(spec.params, await context.params) as Parsed<P>;
      let pageIds = look();
      const query = parseInput(spec.query, Object.fromEntries(request.nextUrl.searchParams)) as Parsed<Q>;
      const body = (spec.body ? parseInput(spec.body, await readJsonBody(request)) : undefined) as Parsed<B>;
      if (spec.body) {
        // It may have taken half a minute to come: whoever was let in before it may be shut out by now.
        viewer = await ask();
        pageIds = look();
      }
      return await runAs({ ip, apiKeyId: viewer.apiKeyId, recorded: new Set() }, async () => {
        const made = toResponse(spec as RouteSpec, await handle({ request, db, viewer, params, query, body }));
        const response = request.method === "HEAD" ? await withoutBody(made) : made;
        if (spec.audit) recordUnlessTold(db, viewer, spec.audit, { params, pageIds });
        return response;
      });
    } catch (error) {
      return toProblemResponse(viewer === nobody ? await limitRefused(error, { ip }) : error);
    }
  };
  return Object.assign(route, { spec: spec as unknown as RouteSpec });
}

/**
 * The Pages of what the address names; null when it names nothing of a Page.
 * @throws {AppError} `not_found`, the same whether it is not there or not for them
 */
function findVisible<P extends Shape>(db: Db, viewer: Viewer, rule: PageRule<P>, params: Parsed<P>): PagesOf {
  if (typeof rule === "string") return null;
  const pageIds = rule(db, params);
  if (pageIds === null || !maySeePages(viewer.pages, pageIds)) throw nothingHere();
  return pageIds;
}

type About = { params: unknown; pageIds: PagesOf };

function recordUnlessTold(db: Db, viewer: Viewer, action: AuditAction, { params, pageIds }: About): void {
  if (findActor()?.recorded.has(action)) return;
  const [named] = Object.values((params ?? {}) as Record<string, unknown>);
  const target = named === undefined ? null : String(named);
  const pageId = pageIds?.length === 1 ? pageIds[0] || null : null;
  recordAudit(db, { atMs: Date.now(), userId: viewer.id === "" ? null : viewer.id, action, target, pageId });
}

const nothingHere = () => new AppError("not_found", "There is nothing at this address.");

function parseParams(schema: Shape, given: Record<string, unknown>): unknown {
  const parsed = schema?.safeParse(given);
  // An address that cannot exist answers like one that does not.
  if (parsed && !parsed.success) throw nothingHere();
  return parsed?.data;
}

/** Faults of an input that are told: of a list of thousands the answer would be many times as long as the request. */
const MOST_TOLD = 20;

function parseInput(schema: Shape, given: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues
    .slice(0, MOST_TOLD)
    .map(({ path, message }) => ({ path: path.join("."), message }));
  const detail = fields.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join(" ");
  throw new AppError("invalid_input", detail, { fields });
}

/** Next drops the body of an answer to HEAD without ending it: a stream would go on for ever, with nobody there. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  const { status, headers } = response;
  return new Response(null, { status, headers });
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
