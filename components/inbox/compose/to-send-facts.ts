import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import type { SendFacts } from "@/lib/messenger/decide-send";

const NOT_KNOWN: Page["capabilities"] = { humanAgent: "unknown", oneTime: "unknown", utility: "unknown" };

/** What decides how a person's reply may go out. @param page undefined while it is not known: then nothing is ruled out */
export function toSendFacts(
  conversation: Pick<Conversation, "channel" | "isStandby" | "lastInboundAt" | "lastAdAt" | "oneTimeTokens">,
  page: Pick<Page, "capabilities"> | undefined,
): SendFacts {
  return {
    channel: conversation.channel,
    lastInboundMs: conversation.lastInboundAt,
    lastAdMs: conversation.lastAdAt,
    isStandby: conversation.isStandby,
    capabilities: page?.capabilities ?? NOT_KNOWN,
    oneTimeTokens: conversation.oneTimeTokens,
    author: "person",
  };
}
