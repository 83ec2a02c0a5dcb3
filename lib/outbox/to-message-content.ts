import type { MessageDetails } from "@/lib/inbox/message-details";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";
import type { OutgoingContent, OutgoingTemplate } from "@/lib/messenger/outgoing-content";

/** How a message that is sent stands in the thread: as its echo would, and searchable by what the person reads. */
export function toMessageContent(content: OutgoingContent): {
  text: string | null;
  attachments: string | null;
  details: string | null;
} {
  const { text, attachment, template, utility, quickReplies = [] } = content;
  const shown = [...(attachment ? [toMedia(attachment)] : []), ...(template ? [toCard(template)] : [])];
  const details: MessageDetails = quickReplies.length === 0 ? {} : { quickReplies: quickReplies.map(toTitle) };
  return {
    text: text ?? utility?.preview ?? (template ? toText(template) : null),
    attachments: shown.length === 0 ? null : JSON.stringify(shown),
    details: Object.keys(details).length === 0 ? null : JSON.stringify(details),
  };
}

function toMedia(attachment: NonNullable<OutgoingContent["attachment"]>): MessageAttachment {
  return "url" in attachment
    ? { type: attachment.type, url: attachment.url, title: null }
    : { type: attachment.type, url: null, title: attachment.filename ?? null };
}

/** Its text is the message's, so the card does not say it again. */
function toCard(template: OutgoingTemplate): MessageAttachment {
  const card = { type: "template", template: template.type, url: null, title: null };
  switch (template.type) {
    case "button":
      return { ...card, buttons: template.buttons.map(({ title }) => title) };
    case "generic": {
      const elements = template.elements.map(({ title, subtitle = null }) => ({ title, subtitle }));
      const buttons = template.elements.flatMap((element) => (element.buttons ?? []).map(({ title }) => title));
      return { ...card, elements, ...(buttons.length === 0 ? {} : { buttons }) };
    }
    case "one_time_notif_req":
      return card;
  }
}

/** Cards carry their own titles: lists and search show the first. */
function toText(template: OutgoingTemplate): string | null {
  if (template.type === "generic") return template.elements[0]?.title ?? null;
  return template.type === "button" ? template.text : template.title;
}

/** A quick reply that asks for something shows what the person has; nobody here knows it. */
function toTitle(reply: NonNullable<OutgoingContent["quickReplies"]>[number]): string {
  if (reply.type === "text") return reply.title;
  return reply.type === "user_email" ? "E-mail address" : "Phone number";
}
