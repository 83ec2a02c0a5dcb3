import type { SendWay } from "@/lib/messenger/decide-send";
import type {
  OutgoingButton,
  OutgoingContent,
  OutgoingQuickReply,
  OutgoingTemplate,
} from "@/lib/messenger/outgoing-content";

export type SendPlan = {
  /** PSID, or IGSID on Instagram. */
  psid: string;
  way: SendWay;
  /** Of a message that spends a one-time notification: it stands in for the person. */
  oneTimeToken: string | null;
  /** Comes back on the echo as `metadata`, at most 1,000 characters. */
  sendKey: string;
};

/** What stands in the JSON besides text: objects, lists and texts. */
type Json = Record<string, unknown>;

/** The body of `POST /{page-id}/messages` (Meta docs: Send API; templates; utility messages; one-time notification). */
export function toSendBody(content: OutgoingContent, { psid, way, oneTimeToken, sendKey }: SendPlan): Json {
  return {
    recipient: oneTimeToken === null ? { id: psid } : { one_time_notif_token: oneTimeToken },
    ...toMessagingType(way),
    message: { ...toMessage(content), metadata: sendKey },
    ...(content.replyToMid === undefined ? {} : { reply_to: { mid: content.replyToMid } }),
  };
}

/** Human Agent is the only tag there is here (Meta docs: message tags). */
function toMessagingType(way: SendWay): Json {
  if (way === "human_agent") return { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
  return { messaging_type: way === "utility" ? "UTILITY" : "RESPONSE" };
}

function toMessage({ text, quickReplies, attachment, template, utility }: OutgoingContent): Json {
  return {
    ...(text === undefined ? {} : { text }),
    ...(attachment === undefined ? {} : { attachment: { type: attachment.type, payload: toMediaPayload(attachment) } }),
    ...(template === undefined ? {} : { attachment: { type: "template", payload: toTemplatePayload(template) } }),
    ...(utility === undefined ? {} : { template: toUtility(utility) }),
    ...(quickReplies === undefined || quickReplies.length === 0
      ? {}
      : { quick_replies: quickReplies.map(toQuickReply) }),
  };
}

/** Without `is_reusable`: what is sent by its address is sent once (Meta docs: saving assets). */
function toMediaPayload(attachment: NonNullable<OutgoingContent["attachment"]>): Json {
  return "url" in attachment ? { url: attachment.url } : { attachment_id: attachment.attachmentId };
}

function toTemplatePayload(template: OutgoingTemplate): Json {
  switch (template.type) {
    case "button":
      return { template_type: "button", text: template.text, buttons: template.buttons.map(toButton) };
    case "generic":
      return { template_type: "generic", elements: template.elements.map(toElement) };
    case "one_time_notif_req":
      return { template_type: "one_time_notif_req", title: template.title, payload: template.topic };
  }
}

function toElement(element: Extract<OutgoingTemplate, { type: "generic" }>["elements"][number]): Json {
  const { title, subtitle, imageUrl, url, buttons } = element;
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
    ...(url === undefined ? {} : { default_action: { type: "web_url", url } }),
    ...(buttons === undefined || buttons.length === 0 ? {} : { buttons: buttons.map(toButton) }),
  };
}

function toButton(button: OutgoingButton): Json {
  const { type, title } = button;
  switch (button.type) {
    case "web_url":
      return { type, url: button.url, title };
    case "postback":
      return { type, title, payload: button.payload };
    case "phone_number":
      return { type, title, payload: button.phoneNumber };
  }
}

function toQuickReply(reply: OutgoingQuickReply): Json {
  if (reply.type !== "text") return { content_type: reply.type };
  const { title, payload, imageUrl } = reply;
  return { content_type: "text", title, payload, ...(imageUrl === undefined ? {} : { image_url: imageUrl }) };
}

/** Blanks by position or by name; a template without any has no components. */
function toUtility({ name, language, parameters }: NonNullable<OutgoingContent["utility"]>): Json {
  const filled = parameters.map((parameter) => ({
    type: "text",
    ...(parameter.name === undefined ? {} : { parameter_name: parameter.name }),
    text: parameter.text,
  }));
  return {
    name,
    language: { code: language },
    ...(filled.length === 0 ? {} : { components: [{ type: "body", parameters: filled }] }),
  };
}
