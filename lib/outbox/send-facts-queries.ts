import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import type { Capability, SendFacts } from "@/lib/messenger/decide-send";
import { toUtilityCapability } from "@/lib/pages/to-page";

type Row = {
  channel: SendFacts["channel"];
  lastInboundMs: number | null;
  lastAdMs: number | null;
  isStandby: number;
  oneTimeTokens: number;
  humanAgent: Capability | null;
  oneTime: Capability | null;
  scopes: string | null;
  tokenStatus: string | null;
  linkedMs: number | null;
};

/** What decides whether and how something may be sent into a conversation. */
export type SendStanding = { facts: SendFacts; isLinked: boolean; hasDeadToken: boolean };

/** Undefined when there is no such conversation, or when it is being erased. */
export function findSendStanding(db: Db, conversationId: number): SendStanding | undefined {
  const row = prepared<Row>(
    db,
    `SELECT c.channel, c.last_inbound_ms AS lastInboundMs, c.last_ad_ms AS lastAdMs,
       ifnull(c.standby_ms, -1) > ifnull(c.primary_ms, -1) AS isStandby, c.one_time_tokens AS oneTimeTokens,
       p.human_agent AS humanAgent, p.one_time AS oneTime, p.token_scopes AS scopes, p.token_status AS tokenStatus,
       p.linked_ms AS linkedMs
     FROM conversations c LEFT JOIN pages p ON p.id = c.page_id
     WHERE c.id = ? AND c.psid NOT GLOB 'erased:*'`,
  ).get(conversationId);
  if (!row) return undefined;
  const { channel, lastInboundMs, lastAdMs, isStandby, oneTimeTokens, humanAgent, oneTime, scopes } = row;
  const facts: SendFacts = {
    channel,
    lastInboundMs,
    lastAdMs,
    isStandby: isStandby === 1,
    capabilities: {
      humanAgent: humanAgent ?? "unknown",
      oneTime: oneTime ?? "unknown",
      utility: toUtilityCapability(scopes === null ? null : (JSON.parse(scopes) as string[])),
    },
    oneTimeTokens,
    // Everything that is written here so far is written by somebody.
    author: "person",
  };
  return { facts, isLinked: row.linkedMs !== null, hasDeadToken: row.tokenStatus === "invalid" };
}

/** Whether a one-time notification can be spent on a message of this conversation. */
export function isOneTimeUsable(
  db: Db,
  { id, conversationId }: { id: number; conversationId: number },
  nowMs: number,
): boolean {
  const row = prepared(
    db,
    "SELECT 1 FROM one_time_notifications WHERE id = ? AND conversation_id = ? AND state = 'granted' AND expires_ms > ?",
  ).get(id, conversationId, nowMs);
  return row !== undefined;
}
