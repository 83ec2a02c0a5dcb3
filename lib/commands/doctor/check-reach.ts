import "server-only";
import { isOwnCallback } from "@/lib/app/app-addresses";
import { callOwnAddress } from "@/lib/app/call-own-address";
import type { Env } from "@/lib/env";
import { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { listAppSubscriptions } from "@/lib/graph/subscriptions";
import { type Finding, note, right, wrong } from "./finding";

const GRAPH_MS = 10_000;

/** Whether the desk runs, answers at its public address, and is known to Facebook. Takes some seconds at most. */
export async function checkReach(settings: Env): Promise<Finding[]> {
  return [...(await checkAddress(settings)), ...(await checkGraph(settings))];
}

async function checkAddress({ PORT, PUBLIC_URL }: Env): Promise<Finding[]> {
  const here = await callOwnAddress(`http://127.0.0.1:${PORT}`, Date.now(), true);
  const { answer, host } = await callOwnAddress(PUBLIC_URL, Date.now(), true);
  const { hostname } = new URL(PUBLIC_URL);
  const running =
    here.answer === "desk"
      ? right(`The desk runs: it answers on port ${PORT}.`)
      : here.answer === "other"
        ? wrong(`Something else answers on port ${PORT}.`)
        : note(`Nothing answers on port ${PORT} of this machine: the desk does not run here at the moment.`);
  if (answer === "desk") return [running, right(`The desk answers at PUBLIC_URL (${hostname}).`)];
  if (host === "not_found") return [running, wrong(`The name ${hostname} in PUBLIC_URL cannot be found in DNS.`)];
  if (answer === "other") {
    return [
      running,
      wrong(`Something answers at PUBLIC_URL (${hostname}), but it is not the desk: look at what stands in front.`),
    ];
  }
  const unreachable = `Nothing answers at PUBLIC_URL (${hostname}) within three seconds`;
  if (here.answer === "desk") {
    return [
      running,
      wrong(`${unreachable}, though the desk runs: look at what stands in front of it, and at the firewall.`),
    ];
  }
  return [running, note(`${unreachable}; look again while the desk runs.`)];
}

async function checkGraph(settings: Env): Promise<Finding[]> {
  const graph = new GraphClient({
    baseUrl: settings.GRAPH_API_URL,
    version: settings.GRAPH_API_VERSION,
    appId: settings.FACEBOOK_APP_ID,
    appSecret: settings.FACEBOOK_APP_SECRET[0] as string,
    timeoutMs: Math.min(settings.GRAPH_TIMEOUT_MS, GRAPH_MS),
  });
  try {
    const subscriptions = await listAppSubscriptions(graph);
    const page = subscriptions.find(({ object }) => object === "page");
    const known = right("Facebook answers, and takes the app's id and secret.");
    if (!page) return [known, note("The app has no webhook at Facebook yet: set it under Pages, Facebook app.")];
    if (isOwnCallback(page.callbackUrl, settings.PUBLIC_URL)) return [known];
    return [known, wrong("The app's webhook at Facebook leads to another address than this desk's.")];
  } catch (error) {
    if (error instanceof GraphError) {
      return [wrong(`Facebook answers, but does not take the app's id and secret: ${error.message}`)];
    }
    if (error instanceof GraphUnavailableError) {
      return [wrong(`Facebook cannot be reached at ${new URL(settings.GRAPH_API_URL).host}: ${error.message}`)];
    }
    throw error;
  }
}
