import { onTestFinished } from "vitest";
import type { SimulatorSettings } from "../simulator-settings";
import { type Simulator, startSimulator } from "../start-simulator";
import { aDesk, VERIFY_TOKEN } from "./a-desk";

export const HARBOR = "200000000000001";
export const CASA = "200000000000002";

const FIELDS = [
  "messages",
  "message_echoes",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "messaging_postbacks",
  "messaging_handovers",
  "standby",
];

export async function aSimulator(options: Partial<SimulatorSettings> = {}): Promise<Simulator> {
  const simulator = await startSimulator(options);
  onTestFinished(() => simulator.close());
  return simulator;
}

export interface GraphReply {
  status: number;
  headers: Headers;
  body: {
    data?: Array<Record<string, unknown>>;
    paging?: { next?: string; cursors: { after: string } };
    error?: { message: string; code: number; error_subcode?: number; is_transient?: boolean; type: string };
    message_id?: string;
    [more: string]: unknown;
  };
}

/** Calls the Graph API with the token in the header; a body makes it a POST. */
export async function callGraph(
  { url }: Simulator,
  token: string,
  path: string,
  body?: Record<string, unknown>,
  method = body === undefined ? "GET" : "POST",
): Promise<GraphReply> {
  const response = await fetch(`${url}/v26.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as GraphReply["body"] };
}

export function appToken({ settings }: Simulator): string {
  return `${settings.appId}|${settings.appSecret}`;
}

/** A simulator whose Harbor Bikes is linked to a desk, and Ana who may write to it. */
export async function aLinkedPage(options: Partial<SimulatorSettings> = {}) {
  const [simulator, desk] = await Promise.all([aSimulator(options), aDesk()]);
  await simulator.app.subscribe({ callbackUrl: desk.url, verifyToken: VERIFY_TOKEN });
  const dana = simulator.user("Dana Demo");
  const userToken = dana.grants();
  const link = async (pageId: string, fields = FIELDS) => {
    const token = dana.pageToken(userToken, pageId).value;
    await callGraph(simulator, token, `${pageId}/subscribed_apps`, { subscribed_fields: fields.join(",") });
    return token;
  };
  const token = await link(HARBOR);
  const ana = simulator.person("Ana Lima", HARBOR);
  const send = (
    message: Record<string, unknown>,
    { psid = ana.psid, ...more }: Record<string, unknown> & { psid?: string } = {},
  ) =>
    callGraph(simulator, token, `${HARBOR}/messages`, {
      recipient: { id: psid },
      messaging_type: "RESPONSE",
      message,
      ...more,
    });
  return { simulator, desk, dana, token, userToken, ana, link, send };
}
