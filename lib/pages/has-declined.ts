import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { listPermissions } from "@/lib/graph/tokens";
import { isConsentPermission } from "./consent-permissions";
import { findConsentToken } from "./consent-queries";

/** Whether somebody declined, in an earlier consent, something the desk asks for. False when that is not known. */
export async function hasDeclined(db: Db, graph: GraphClient, userId: string, nowMs: number): Promise<boolean> {
  const token = await findConsentToken(db, userId, nowMs);
  if (token === null) return false;
  try {
    const permissions = await listPermissions(graph, token);
    return permissions.some(({ permission, status }) => status === "declined" && isConsentPermission(permission));
  } catch (error) {
    if (error instanceof GraphError || error instanceof GraphUnavailableError) return false;
    throw error;
  }
}
