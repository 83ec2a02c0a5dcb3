import type { MessageAttachment } from "./messaging-event";
import { asNumber, asObject, asString, asTimestampMs, type JsonObject } from "./read-json";

/** More than any message carries; what is beyond stays in the payload. */
const MAX_ATTACHMENTS = 100;
const MAX_ELEMENTS = 30;

/** `message.attachments` (Meta docs: messages, message-echoes; Instagram webhooks). Anything but a list is none. */
export function toAttachments(value: unknown): MessageAttachment[] {
  return Array.isArray(value) ? value.slice(0, MAX_ATTACHMENTS).map(toAttachment) : [];
}

/** `url` and `title` stand in `payload`, or beside it in echoes of fallbacks. */
function toAttachment(value: unknown): MessageAttachment {
  const attachment = asObject(value) ?? {};
  const payload = asObject(attachment.payload) ?? {};
  const type = asString(attachment.type) ?? "unknown";
  return {
    type,
    url: asString(payload.url) ?? asString(attachment.url),
    title:
      asString(payload.title) ?? asString(attachment.title) ?? (type === "template" ? asString(payload.text) : null),
    ...toExtras(type, payload),
  };
}

function toExtras(type: string, payload: JsonObject): Partial<MessageAttachment> {
  switch (type) {
    case "template":
      return toTemplate(payload);
    case "appointment_booking":
      return {
        appointment: {
          status: asString(payload.status),
          startMs: asTimestampMs(payload.start_time),
          endMs: asTimestampMs(payload.end_time),
          timezone: asString(payload.timezone),
        },
      };
    case "location":
      return toLocation(payload);
    default:
      return {};
  }
}

function toTemplate(payload: JsonObject): Partial<MessageAttachment> {
  const given = asObject(payload.product)?.elements ?? payload.elements;
  const elements = (Array.isArray(given) ? given.slice(0, MAX_ELEMENTS) : []).map((element) => {
    const { title, subtitle } = asObject(element) ?? {};
    return { title: asString(title), subtitle: asString(subtitle) };
  });
  const buttons = (Array.isArray(payload.buttons) ? payload.buttons.slice(0, MAX_ELEMENTS) : [])
    .map((button) => asString(asObject(button)?.title))
    .filter((title) => title !== null);
  return { ...(elements.length > 0 ? { elements } : {}), ...(buttons.length > 0 ? { buttons } : {}) };
}

/** Not sent any more since location quick replies went; older shapes are kept readable. */
function toLocation(payload: JsonObject): Partial<MessageAttachment> {
  const coordinates = asObject(payload.coordinates);
  const latitude = asNumber(coordinates?.lat);
  const longitude = asNumber(coordinates?.long);
  return latitude === null || longitude === null ? {} : { coordinates: { latitude, longitude } };
}
