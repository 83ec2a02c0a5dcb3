import "server-only";
import { inspectToken, type TokenInfo } from "@/lib/graph/debug-token";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { listPermissions, type PermissionStatus } from "@/lib/graph/tokens";
import { log } from "@/lib/log";
import { toDeadTokenFault } from "@/lib/messenger/token-fault";
import { isConsentPermission, NEEDED_PERMISSIONS } from "./consent-permissions";

/** What a person lets the desk do, as far as Facebook tells. */
export type Grants = {
  /** What the person may be asked for again. */
  declined: string[];
  /** Of what every Page needs: what is not granted. */
  missing: string[];
  /** Null when Facebook did not tell. */
  scopes: string[] | null;
  /** Pages that each permission covers; a permission that is not here covers all of them. */
  coverage: ReadonlyMap<string, ReadonlySet<string>>;
  isSystemUser: boolean;
};

/**
 * Reads back what was granted: never what was asked for (Meta docs: permissions; debug_token for the Pages of each).
 * What Facebook does not tell counts as granted: linking itself will show it.
 * @throws {GraphError} when the token is dead
 */
export async function readGrants(graph: GraphClient, token: string): Promise<Grants> {
  const [statuses, info] = await Promise.all([findPermissions(graph, token), findTokenInfo(graph, token)]);
  return toGrants(statuses, info);
}

/** The same from what was read; both null when Facebook did not tell. */
export function toGrants(statuses: readonly PermissionStatus[] | null, info: TokenInfo | null): Grants {
  const granted = statuses?.filter(({ status }) => status === "granted").map(({ permission }) => permission);
  const scopes = granted ?? info?.scopes ?? null;
  const missing = scopes === null ? [] : NEEDED_PERMISSIONS.filter((permission) => !scopes.includes(permission));
  const refused = (statuses ?? [])
    .filter(({ permission, status }) => status === "declined" && isConsentPermission(permission))
    .map(({ permission }) => permission);
  const coverage = (info?.granularScopes ?? [])
    .filter(({ scope }) => scope.startsWith("pages_"))
    .flatMap(({ scope, targetIds }) => (targetIds === null ? [] : [[scope, new Set(targetIds)] as const]));
  return {
    declined: [...new Set([...missing, ...refused])],
    missing: [...missing],
    scopes,
    coverage: new Map(coverage),
    isSystemUser: info?.type === "SYSTEM_USER",
  };
}

async function findPermissions(graph: GraphClient, token: string): Promise<PermissionStatus[] | null> {
  try {
    return await listPermissions(graph, token);
  } catch (error) {
    if (!(error instanceof GraphError) || isDead(error)) throw error;
    log.warn({ code: error.code, subcode: error.subcode }, "Facebook did not tell which permissions were granted");
    return null;
  }
}

/** Extra knowledge: without it only the Pages of each permission are not known. */
async function findTokenInfo(graph: GraphClient, token: string): Promise<TokenInfo | null> {
  try {
    const info = await inspectToken(graph, token);
    return info.isValid ? info : null;
  } catch (error) {
    if (error instanceof GraphError || error instanceof GraphUnavailableError) return null;
    throw error;
  }
}

/** Whether the token itself has ended, so that the person has to be asked anew. */
export function isDead({ code, subcode }: GraphError): boolean {
  return toDeadTokenFault(code, subcode) !== null;
}
