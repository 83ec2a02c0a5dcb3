import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { listPermissions, type PermissionStatus } from "@/lib/graph/tokens";
import { findConsentToken } from "./consent-queries";

/** What somebody granted and declined in an earlier consent. Empty when that is not known. */
export async function listEarlierPermissions(
  db: Db,
  graph: GraphClient,
  userId: string,
  nowMs: number,
): Promise<PermissionStatus[]> {
  const token = await findConsentToken(db, userId, nowMs);
  if (token === null) return [];
  try {
    return await listPermissions(graph, token);
  } catch (error) {
    if (error instanceof GraphError || error instanceof GraphUnavailableError) return [];
    throw error;
  }
}
