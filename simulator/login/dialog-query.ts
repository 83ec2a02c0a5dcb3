import type { ReadRequest } from "../http/read-request";
import type { SimulatorSettings } from "../simulator-settings";
import type { User } from "../state/simulator-state";
import { PERMISSIONS, toRequestedPermissions } from "./permissions";

/** A login dialog address that may be shown. */
export interface DialogQuery {
  redirectUri: string;
  state: string | null;
  responseTypes: string[];
  permissions: string[];
  /** Ask again for what was declined before. */
  isRerequest: boolean;
  /** Everything as received, to travel through the form. */
  given: Array<[string, string]>;
}

const CARRIED = ["client_id", "redirect_uri", "state", "response_type", "scope", "auth_type", "config_id", "display"];
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

export type DialogProblem = { title: string; detail: string };

/** Reads the dialog's address. A problem is shown on an error page: the dialog then never redirects. */
export function readDialogQuery(
  request: ReadRequest,
  { appId, redirectUris }: Pick<SimulatorSettings, "appId" | "redirectUris">,
): DialogQuery | DialogProblem {
  const { params } = request;
  if (params.text("client_id") !== appId) {
    return { title: "Invalid App ID", detail: "The provided app ID does not look like a valid app ID." };
  }
  const redirectUri = params.text("redirect_uri") ?? "";
  if (!isAllowed(redirectUri, redirectUris)) {
    return {
      title: "URL blocked",
      detail:
        "This redirect failed because the redirect URI is not allowed in the app's client OAuth settings. Make sure that the client and web OAuth logins are on and add all your app domains as valid OAuth redirect URIs.",
    };
  }
  const permissions = toRequestedPermissions(params.text("scope"), params.text("config_id"));
  const unknown = permissions.filter((permission) => !(permission in PERMISSIONS));
  if (unknown.length > 0) {
    return { title: "Invalid scopes", detail: `These permissions do not exist: ${unknown.join(", ")}.` };
  }
  return {
    redirectUri,
    state: params.text("state") ?? null,
    responseTypes: (params.text("response_type") ?? "code").split(/[\s,]+/).filter(Boolean),
    permissions,
    isRerequest: params.text("auth_type") === "rerequest",
    given: CARRIED.flatMap((name): Array<[string, string]> => {
      const value = params.text(name);
      return value === undefined ? [] : [[name, value]];
    }),
  };
}

function isAllowed(redirectUri: string, allowed: string[] | null): boolean {
  if (allowed !== null) return allowed.includes(redirectUri);
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname } = new URL(redirectUri);
  return /^https?:$/.test(protocol) && LOCAL_HOSTS.includes(hostname);
}

/** Without `auth_type=rerequest` the dialog silently skips what was declined before. */
export function askedNow(query: DialogQuery, user: User): string[] {
  return query.permissions.filter((permission) => query.isRerequest || user.grants.get(permission) !== "declined");
}
