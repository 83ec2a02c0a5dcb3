import "server-only";
import { getEnv } from "@/lib/env";
import { onGlobal } from "@/lib/on-global";
import { GraphClient } from "./graph-client";

/** The Graph client of this process. */
export function getGraph(): GraphClient {
  return onGlobal("graph", () => {
    const env = getEnv();
    return new GraphClient({
      baseUrl: env.GRAPH_API_URL,
      version: env.GRAPH_API_VERSION,
      appId: env.FACEBOOK_APP_ID,
      appSecret: env.FACEBOOK_APP_SECRET[0] as string,
    });
  });
}
