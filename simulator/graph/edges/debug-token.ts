import { findTokenDeath, hasScope } from "../../state/access-tokens";
import type { AccessToken } from "../../state/simulator-state";
import type { World } from "../../world";
import { appAccessToken, authenticate } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";

const DATA_ACCESS_MS = 90 * 24 * 3_600_000;
const PAGE_PERMISSION = /^pages_|^instagram_|^page_/;

/** `/debug_token`: what a token is good for. An invalid token answers 200 as well, and says so inside. */
export function debugToken(world: World, request: GraphRequest): GraphAnswer {
  const { state, clock } = world;
  const caller = authenticate(world, request);
  if (caller.kind !== "APP" && caller.user.appRole === null) {
    throw new GraphError(
      "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app",
      { code: 100 },
    );
  }
  const input = request.params.text("input_token");
  if (input === undefined) throw invalidParameter("The parameter input_token is required.");
  const app = { app_id: state.app.id, application: state.app.name };
  if (input === appAccessToken(world)) return { body: { data: { ...app, type: "APP", is_valid: true, scopes: [] } } };
  const token = state.tokens.get(input);
  if (token === undefined) {
    const error = { code: 190, message: "Invalid OAuth access token - Cannot parse access token" };
    return { body: { data: { error, is_valid: false, scopes: [] } } };
  }
  const death = findTokenDeath(state, clock, token);
  const known = {
    ...app,
    type: token.kind,
    issued_at: seconds(token.issuedAtMs),
    expires_at: seconds(token.expiresAtMs),
    data_access_expires_at: seconds(token.issuedAtMs + DATA_ACCESS_MS),
    ...(token.pageId === null ? {} : { profile_id: token.pageId }),
    user_id: token.userId,
  };
  if (death !== null) {
    return { body: { data: { ...known, is_valid: false, scopes: [], error: { code: 190, ...death } } } };
  }
  const scopes = token.scopes.filter((scope) => hasScope(state, token, scope));
  return {
    body: { data: { ...known, is_valid: true, scopes, granular_scopes: granularScopes(world, token, scopes) } },
  };
}

function granularScopes(world: World, token: AccessToken, scopes: string[]) {
  const pageIds =
    token.pageId === null ? [...(world.state.users.get(token.userId)?.grantedPages ?? [])] : [token.pageId];
  return scopes.filter((scope) => PAGE_PERMISSION.test(scope)).map((scope) => ({ scope, target_ids: pageIds }));
}

const seconds = (ms: number) => Math.floor(ms / 1000);
