import "server-only";
import { getEnv } from "@/lib/env";
import { GraphClient } from "./graph-client";

let graph: GraphClient | undefined;

/**
 * The Graph client. One for each bundle, not one for the process: the errors it throws are told apart by their class,
 * and each bundle has its own copy of that.
 */
export function getGraph(): GraphClient {
  const env = getEnv();
  graph ??= new GraphClient({
    baseUrl: env.GRAPH_API_URL,
    version: env.GRAPH_API_VERSION,
    appId: env.FACEBOOK_APP_ID,
    appSecret: env.FACEBOOK_APP_SECRET[0] as string,
    timeoutMs: env.GRAPH_TIMEOUT_MS,
  });
  return graph;
}
