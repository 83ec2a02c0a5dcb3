import { findTokenDeath, hasScope } from "../state/access-tokens";
import type { AccessToken, Page, PageTask, User } from "../state/simulator-state";
import { isSameText, toAppSecretProof } from "../wire/appsecret-proof";
import type { World } from "../world";
import { GraphError, noSuchObject } from "./graph-error";
import type { GraphRequest } from "./graph-request";

export type Caller =
  | { kind: "APP" }
  | { kind: "USER"; token: AccessToken; user: User }
  | { kind: "PAGE"; token: AccessToken; user: User; page: Page };

/** The token as sent: `Authorization: Bearer` or `access_token` in query, form or JSON. */
export function findSentToken(request: GraphRequest): string | undefined {
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return bearer ?? request.params.text("access_token");
}

/** The literal app access token `APP_ID|APP_SECRET`. */
export function appAccessToken(world: World): string {
  return `${world.state.app.id}|${world.state.app.secret}`;
}

/**
 * Who calls. Checks the token first and the appsecret_proof next: whenever one is given, and always if the app
 * requires it.
 *
 * @throws {GraphError} 104 without a token, 190 with a dead one, 100 for the proof
 */
export function authenticate(world: World, request: GraphRequest): Caller {
  const sent = findSentToken(request);
  if (sent === undefined || sent === "") {
    throw new GraphError("An access token is required to request this resource.", {
      code: 104,
      challenge: "invalid_request",
    });
  }
  const caller = findCaller(world, sent);
  checkProof(world, request, sent);
  return caller;
}

function findCaller(world: World, sent: string): Caller {
  const { state, clock } = world;
  if (isSameText(sent, appAccessToken(world))) return { kind: "APP" };
  const token = state.tokens.get(sent);
  const user = token === undefined ? undefined : state.users.get(token.userId);
  if (token === undefined || user === undefined) {
    throw new GraphError("Invalid OAuth access token - Cannot parse access token", {
      code: 190,
      challenge: "invalid_token",
    });
  }
  const death = findTokenDeath(state, clock, token);
  if (death !== null) {
    throw new GraphError(death.message, { code: 190, subcode: death.subcode, challenge: "invalid_token" });
  }
  if (token.kind !== "PAGE") return { kind: "USER", token, user };
  const page = state.pages.get(token.pageId ?? "");
  if (page === undefined) throw noSuchObject(token.pageId ?? "");
  return { kind: "PAGE", token, user, page };
}

function checkProof(world: World, request: GraphRequest, token: string): void {
  const { app } = world.state;
  const proof = request.params.text("appsecret_proof");
  const wrong = { code: 100, type: "GraphMethodException" } as const;
  if (proof === undefined) {
    if (!app.requireProof) return;
    throw new GraphError("API calls from the server require an appsecret_proof argument", wrong);
  }
  const expected = toAppSecretProof(token, app.secret, request.params.text("appsecret_time"));
  // A token of another app needs a proof made with that app's secret.
  const isForeign = (world.state.tokens.get(token)?.appId ?? app.id) !== app.id;
  if (isForeign || !isSameText(proof, expected))
    throw new GraphError("Invalid appsecret_proof provided in the API argument", wrong);
}

/** Only the app itself. @throws {GraphError} 15 */
export function requireAppToken(world: World, request: GraphRequest): void {
  if (authenticate(world, request).kind === "APP") return;
  throw new GraphError("(#15) This method must be called with an app access_token.", { code: 15 });
}

/** Only a Page, and this very one when `pageId` is not `me`. @throws {GraphError} 210, or 100/33 for another Page */
export function requirePageToken(caller: Caller, pageId: string): Extract<Caller, { kind: "PAGE" }> {
  if (caller.kind !== "PAGE") {
    throw new GraphError("(#210) A page access token is required to request this resource.", {
      code: 210,
      status: 403,
    });
  }
  if (pageId !== "me" && pageId !== caller.page.id) throw noSuchObject(pageId, "post");
  return caller;
}

/** Whether the token carries the permission and the person still grants it. */
export function mayUse(world: World, caller: Caller, permission: string): boolean {
  return caller.kind === "APP" || hasScope(world.state, caller.token, permission);
}

/** Whether the person behind a Page token holds one of these tasks on the Page. */
export function holdsTask(caller: Extract<Caller, { kind: "PAGE" }>, ...tasks: PageTask[]): boolean {
  const held = caller.user.pages.get(caller.page.id)?.tasks ?? [];
  return tasks.some((task) => held.includes(task));
}
