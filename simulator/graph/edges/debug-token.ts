import { findTokenDeath, isGranted } from "../../state/access-tokens";
import { coveredPages, isPagePermission } from "../../state/page-coverage";
import type { AccessToken } from "../../state/simulator-state";
import type { World } from "../../world";
import { appAccessToken, authenticate } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";

const DATA_ACCESS_MS = 90 * 24 * 3_600_000;

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
    return invalid({ code: 190, message: "Invalid OAuth access token - Cannot parse access token" });
  }
  if (token.appId !== state.app.id) {
    return invalid({ code: 100, message: "(#100) The App_id in the input_token did not match the Viewing App" });
  }
  const death = findTokenDeath(state, clock, token);
  const known = {
    ...app,
    type: token.kind,
    issued_at: seconds(token.issuedAtMs),
    expires_at: seconds(token.expiresAtMs),
    // Access to a person's data ends 90 days after they last used the app; a system user is no person.
    data_access_expires_at: isOfSystemUser(world, token) ? 0 : seconds(token.issuedAtMs + DATA_ACCESS_MS),
    ...(token.pageId === null ? {} : { profile_id: token.pageId }),
    user_id: token.userId,
  };
  if (death !== null) {
    return { body: { data: { ...known, is_valid: false, scopes: [], error: { code: 190, ...death } } } };
  }
  const scopes = token.scopes.filter((scope) => isGranted(state, token, scope));
  return {
    body: { data: { ...known, is_valid: true, scopes, granular_scopes: granularScopes(world, token, scopes) } },
  };
}

const invalid = (error: { code: number; message: string }): GraphAnswer => ({
  body: { data: { error, is_valid: false, scopes: [] } },
});

const isOfSystemUser = ({ state }: World, { userId }: AccessToken) => state.users.get(userId)?.isSystem === true;

/** Which Pages each permission covers. Without `target_ids`: all of the person's. */
function granularScopes({ state }: World, { userId }: AccessToken, scopes: string[]) {
  const user = state.users.get(userId);
  return scopes.filter(isPagePermission).map((scope) => {
    const pageIds = user === undefined ? null : coveredPages(user, scope);
    return pageIds === null ? { scope } : { scope, target_ids: pageIds };
  });
}

const seconds = (ms: number) => Math.floor(ms / 1000);
