import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Me } from "@/lib/api/schemas/people";
import { getDb } from "@/lib/db/db";
import { findViewer } from "./find-viewer";
import { mayDo, type Permission } from "./permissions";
import { readSessionCookie } from "./session-cookie";
import { toMe } from "./to-me";
import { hasOwner } from "./user-queries";

/** Who looks at a page of the desk, as the browser may know it. */
export type Viewer = Me["user"];

/**
 * Who looks at a page of the desk. Anyone else is sent to where they can get in, or learn why they cannot.
 * @param permission what the page is for: for somebody without it the page does not exist
 */
export async function requireViewer(permission?: Permission): Promise<Viewer> {
  const claims = await readSessionCookie(await cookies());
  const db = getDb();
  if (!claims) redirect((await hasOwner(db)) ? await toSignIn() : "/setup");
  if (claims.sessionId === null) redirect("/not-invited");
  const viewer = await findViewer(db, claims.sessionId, Date.now());
  if (!viewer) redirect(await toSignIn({ error: "SessionRequired" }));
  if (permission !== undefined && !mayDo(viewer, permission)) notFound();
  return toMe(viewer);
}

/** @param why shown there: that there was a session and it has ended */
async function toSignIn(why: { error?: "SessionRequired" } = {}): Promise<string> {
  const path = (await headers()).get("x-path");
  const query = new URLSearchParams({ ...(path === null ? {} : { callbackUrl: path }), ...why });
  return query.size === 0 ? "/sign-in" : `/sign-in?${query}`;
}

/** Name of somebody who signed in without being invited, for the page that tells them; null for everybody else. */
export async function findUninvitedName(): Promise<string | null> {
  const claims = await readSessionCookie(await cookies());
  return claims && claims.sessionId === null ? claims.name : null;
}
