import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() });

/** A token, and how long it lives from now; null: Meta names no end. */
export type UserToken = { token: string; expiresInMs: number | null };

const toUserToken = ({ access_token, expires_in }: z.infer<typeof tokenAnswer>): UserToken => ({
  token: access_token,
  expiresInMs: expires_in === undefined ? null : expires_in * 1000,
});

/** The code of a login dialog becomes a short-lived user token. Secret and code go in the body, so that no URL holds them. */
export async function exchangeCode(graph: GraphClient, code: string, redirectUri: string): Promise<UserToken> {
  const form = { client_id: graph.appId, client_secret: graph.appSecret, redirect_uri: redirectUri, code };
  return toUserToken(
    await graph.call({ method: "POST", path: "oauth/access_token", token: null, form, answer: tokenAnswer }),
  );
}

/** A short-lived user token becomes one of about 60 days; Page tokens made from it do not expire by date. */
export async function exchangeForLongLived(graph: GraphClient, shortLived: string): Promise<UserToken> {
  const form = {
    grant_type: "fb_exchange_token",
    client_id: graph.appId,
    client_secret: graph.appSecret,
    fb_exchange_token: shortLived,
  };
  return toUserToken(
    await graph.call({ method: "POST", path: "oauth/access_token", token: null, form, answer: tokenAnswer }),
  );
}

/** Who the token belongs to: an id of Facebook Login (ASID), never a PSID. */
export async function getTokenOwner(graph: GraphClient, token: string): Promise<{ asid: string; name: string }> {
  const answer = z.object({ id: z.string(), name: z.string() });
  const { id, name } = await graph.call({ method: "GET", path: "me", token, query: { fields: "id,name" }, answer });
  return { asid: id, name };
}

/** A permission the person was asked for: `granted`, `declined` or `expired`. */
export type PermissionStatus = { permission: string; status: string };

/** What became of each permission the person was ever asked for (Meta docs: User permissions). */
export async function listPermissions(graph: GraphClient, token: string): Promise<PermissionStatus[]> {
  const answer = z.object({ data: z.array(z.object({ permission: z.string(), status: z.string() })) });
  const { data } = await graph.call({ method: "GET", path: "me/permissions", token, answer });
  return data;
}
