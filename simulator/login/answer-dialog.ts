import type { ServerResponse } from "node:http";
import type { ReadRequest } from "../http/read-request";
import { newLoginCode } from "../new-id";
import { issueUserToken } from "../state/access-tokens";
import type { User } from "../state/simulator-state";
import type { World } from "../world";
import { choosePersonPage, consentPage, problemPage } from "./dialog-page";
import { askedNow, type DialogProblem, type DialogQuery, readDialogQuery } from "./dialog-query";
import { asksForPages } from "./permissions";

/**
 * The page may show nothing but what is ours. `form-action` is left open on purpose: Chromium applies it to the
 * redirect that follows the form, and that one goes to the app.
 */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The login dialog: GET shows it (`as=<id>` chooses the person), POST decides it. The form works without
 * JavaScript: `person`, repeated `permission` and `page`, `action=allow|cancel`, and the dialog's own parameters.
 *
 * @see https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow
 */
export function answerDialog(world: World, request: ReadRequest, response: ServerResponse): void {
  const reply = toReply(world, request);
  const common = { "cache-control": "no-store" };
  if ("location" in reply) response.writeHead(302, { ...common, location: reply.location }).end();
  else {
    const headers = {
      ...common,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "referrer-policy": "no-referrer",
    };
    response.writeHead(reply.status, headers).end(reply.html);
  }
}

type Reply = { location: string } | { status: number; html: string };

function toReply(world: World, request: ReadRequest): Reply {
  const { settings, state, log, clock } = world;
  const refuse = (problem: DialogProblem): Reply => ({ status: 400, html: problemPage(problem) });
  const query = readDialogQuery(request, settings);
  if ("title" in query) return refuse(query);
  const { params } = request;
  const named = state.users.get(params.text("person") ?? params.text("as") ?? "");
  const user = named?.isSystem === true ? undefined : named;
  if (user !== undefined && state.app.mode === "development" && user.appRole === null) {
    const detail = `${state.app.name} is in development mode and ${user.name} has no role on it.`;
    return refuse({ title: "App not active", detail });
  }
  if (request.method !== "POST") {
    const html =
      user === undefined ? choosePersonPage(world, request, query) : consentPage(world, request, query, user);
    return { status: 200, html };
  }
  if (params.text("action") === "cancel") return { location: cancelled(query) };
  if (user === undefined) {
    return refuse({ title: "Nobody chosen", detail: "The form names no person that exists here." });
  }
  const all = params.text("grant") === "all";
  grant(query, user, {
    permissions: all ? query.permissions : params.list("permission"),
    pageIds: all ? [...user.pages.keys()] : params.list("page"),
  });
  log.remark("info", "signed_in", `${user.name} allowed ${query.permissions.join(", ")}.`, clock.nowMs());
  return { location: allowed(world, query, user) };
}

/** Keeps what the person decided. A plain sign-in has no boxes to untick; what no dialog asked stays as it was. */
function grant(query: DialogQuery, user: User, chosen: { permissions: string[]; pageIds: string[] }): void {
  const hasBoxes = asksForPages(query.permissions);
  for (const permission of askedNow(query, user)) {
    const isGranted = !hasBoxes || permission === "public_profile" || chosen.permissions.includes(permission);
    user.grants.set(permission, isGranted ? "granted" : "declined");
    user.narrowed.delete(permission);
  }
  if (hasBoxes) user.grantedPages = new Set(chosen.pageIds.filter((id) => user.pages.has(id)));
}

function allowed(world: World, query: DialogQuery, user: User): string {
  const { state, clock } = world;
  const url = new URL(query.redirectUri);
  const fragment = new URLSearchParams();
  if (query.responseTypes.includes("token")) {
    const token = issueUserToken(state, clock, user);
    fragment.set("access_token", token.value);
    fragment.set("expires_in", String(Math.floor((token.expiresAtMs - clock.nowMs()) / 1000)));
  }
  const target = query.responseTypes.includes("token") ? fragment : url.searchParams;
  if (query.responseTypes.includes("code") || !query.responseTypes.includes("token")) {
    const code = {
      value: newLoginCode(),
      userId: user.id,
      redirectUri: query.redirectUri,
      issuedAtMs: clock.nowMs(),
      isUsed: false,
    };
    state.codes.set(code.value, code);
    target.set("code", code.value);
  }
  if (query.state !== null) target.set("state", query.state);
  if (query.responseTypes.includes("granted_scopes")) {
    const having = (status: string) => query.permissions.filter((permission) => user.grants.get(permission) === status);
    target.set("granted_scopes", having("granted").join(","));
    target.set("denied_scopes", having("declined").join(","));
  }
  const text = fragment.toString();
  // Facebook appends this fragment; servers never see it.
  return `${url}#${text === "" ? "_=_" : text}`;
}

function cancelled(query: DialogQuery): string {
  const url = new URL(query.redirectUri);
  url.searchParams.set("error_reason", "user_denied");
  url.searchParams.set("error", "access_denied");
  url.searchParams.set("error_code", "200");
  url.searchParams.set("error_description", "Permissions error");
  if (query.state !== null) url.searchParams.set("state", query.state);
  return `${url}#_=_`;
}
