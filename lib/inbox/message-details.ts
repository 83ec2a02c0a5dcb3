import type { Message } from "@/lib/api/schemas/inbox";
import type { EchoEvent, MessageEvent, PostbackEvent, Referral } from "@/lib/messenger/messaging-event";

/** What goes with a message beyond its content; kept as JSON, and only what is there. */
export type MessageDetails = {
  referral?: Referral;
  isStoryReply?: true;
  isUnsupported?: true;
  /** Of what was sent from here: titles of its quick replies, and how it went out. */
  quickReplies?: string[];
  way?: NonNullable<Message["way"]>;
};

/** JSON, or null when there is nothing. A message without any content counts as unsupported: never an empty bubble. */
export function toDetails(event: MessageEvent | EchoEvent | PostbackEvent): string | null {
  const referral = event.kind === "echo" ? null : event.referral;
  const isStoryReply = event.kind === "message" && event.isStoryReply;
  const isEmpty = event.kind !== "postback" && !event.text && event.attachments.length === 0;
  const isUnsupported = isEmpty || (event.kind === "message" && event.isUnsupported);
  if (referral === null && !isStoryReply && !isUnsupported) return null;
  const details: MessageDetails = {
    ...(referral === null ? {} : { referral }),
    ...(isStoryReply ? { isStoryReply } : {}),
    ...(isUnsupported ? { isUnsupported } : {}),
  };
  return JSON.stringify(details);
}
