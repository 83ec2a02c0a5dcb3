import "server-only";
import type { NextRequest } from "next/server";
import { findKeyViewer } from "@/lib/auth/find-key-viewer";
import { findViewer } from "@/lib/auth/find-viewer";
import { mayDo, type Permission } from "@/lib/auth/permissions";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { nobody, type Viewer } from "@/lib/auth/viewer";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Lets anybody in, but no page of another site that acts in the name of somebody signed in here.
 * @throws {AppError} `foreign_origin`
 */
export async function admit(request: NextRequest): Promise<Viewer> {
  if (changesState(request) && !isOwnOrigin(request) && (await readSessionCookie(request.cookies)))
    throw foreignOrigin();
  return nobody;
}

/**
 * Who asks, by session cookie or by API key, when they may do this at all.
 * @throws {AppError} `no_session`, `foreign_origin`, `not_invited`, `not_allowed`
 */
export async function authorize(request: NextRequest, db: Db, permission: Permission): Promise<Viewer> {
  const viewer = (await findByKey(request, db)) ?? (await findBySession(request, db));
  if (!mayDo(viewer, permission)) throw new AppError("not_allowed", "Ask an owner of this desk if you need it.");
  return viewer;
}

/** Programs send no cookies, and no other site can make a browser send this header. Null without one. */
async function findByKey({ headers }: NextRequest, db: Db): Promise<Viewer | null> {
  const header = headers.get("authorization");
  if (header === null) return null;
  const [, key] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  const viewer = key === undefined ? null : await findKeyViewer(db, key, Date.now());
  if (!viewer) throw new AppError("no_session", "This API key is not valid here, or not any more. Make a new one.");
  return viewer;
}

async function findBySession(request: NextRequest, db: Db): Promise<Viewer> {
  const claims = await readSessionCookie(request.cookies);
  if (!claims) throw new AppError("no_session", "Sign in, then try again.");
  if (changesState(request) && !isOwnOrigin(request)) throw foreignOrigin();
  if (claims.sessionId === null) throw new AppError("not_invited", "Ask an owner of this desk to invite you.");
  const viewer = await findViewer(db, claims.sessionId, Date.now());
  if (!viewer) throw new AppError("no_session", "Your session has ended. Sign in again.");
  return viewer;
}

const changesState = ({ method }: NextRequest) => method !== "GET" && method !== "HEAD";
const isOwnOrigin = ({ headers }: NextRequest) => headers.get("origin") === new URL(getEnv().PUBLIC_URL).origin;
const foreignOrigin = () => new AppError("foreign_origin", "Changes are taken from the desk's own pages only.");
