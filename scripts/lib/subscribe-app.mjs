import { Problem } from "./problem.mjs";

/** The fields of object `page` that Meta's webhook reference calls core to messaging. */
const MESSAGING_FIELDS = [
  "messages",
  "message_echoes",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "message_edits",
  "messaging_postbacks",
  "messaging_optins",
  "messaging_referrals",
  "messaging_handovers",
  "standby",
  "messaging_account_linking",
  "messaging_policy_enforcement",
];

/**
 * Sets the app-level webhook as a person does in the App Dashboard: address, verify token and fields. The Graph API
 * verifies the address with a handshake during this call (Meta docs: Graph API, Application Subscriptions).
 *
 * @param {{ graphUrl: string, version: string, appId: string, appSecret: string, callbackUrl: string, verifyToken: string }} app
 */
export async function subscribeApp({ graphUrl, version, appId, appSecret, callbackUrl, verifyToken }) {
  const response = await fetch(`${graphUrl}/${version}/${appId}/subscriptions`, {
    method: "POST",
    headers: { authorization: `Bearer ${appId}|${appSecret}` },
    body: new URLSearchParams({
      object: "page",
      callback_url: callbackUrl,
      verify_token: verifyToken,
      include_values: "true",
      fields: MESSAGING_FIELDS.join(","),
    }),
    signal: AbortSignal.timeout(15_000),
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok && String(answer.success) === "true") return;
  throw new Problem(
    `The webhook address ${callbackUrl} could not be set at ${graphUrl}: ${answer.error?.message ?? `status ${response.status}`}`,
  );
}
