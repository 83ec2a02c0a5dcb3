import { invalidParameter } from "../graph/graph-error";
import { type Fields, toFields } from "./message-limits";

const BUTTON_TYPES = ["web_url", "postback", "phone_number", "account_link", "account_unlink", "game_play"];

/**
 * Holds a template against its limits: button, generic and media in full, others by their type alone.
 *
 * @throws {GraphError} 100
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/templates
 */
export function checkTemplate(payload: Fields): void {
  const name = "message[attachment][payload]";
  switch (payload.template_type) {
    case "button":
      limit(payload.text, `${name}[text]`, 640, { isRequired: true });
      checkButtons(payload.buttons, `${name}[buttons]`, { isRequired: true });
      return;
    case "generic":
      for (const [index, element] of readList(payload.elements, `${name}[elements]`, 10).entries()) {
        const at = `${name}[elements][${index}]`;
        limit(element.title, `${at}[title]`, 80, { isRequired: true });
        limit(element.subtitle, `${at}[subtitle]`, 80);
        checkButtons(element.buttons, `${at}[buttons]`);
      }
      return;
    case "media": {
      const [element] = readList(payload.elements, `${name}[elements]`, 1);
      if (element?.attachment_id === undefined && element?.url === undefined) {
        throw invalidParameter(`Param ${name}[elements][0] must have attachment_id or url.`);
      }
      if (typeof element.url === "string" && !/^https:\/\/(www\.)?facebook\.com\//.test(element.url)) {
        throw invalidParameter("External URLs are not supported in media templates.", 2018188);
      }
      checkButtons(element.buttons, `${name}[elements][0][buttons]`);
      return;
    }
    case "one_time_notif_req":
      // 65 is from older documents (unconfirmed).
      limit(payload.title, `${name}[title]`, 65, { isRequired: true });
      limit(payload.payload, `${name}[payload]`, 1_000, { isRequired: true });
      return;
    case "list":
    case "open_graph":
      throw invalidParameter(`Param ${name}[template_type] is no longer supported.`);
  }
}

function checkButtons(value: unknown, name: string, { isRequired = false }: { isRequired?: boolean } = {}): void {
  if (value === undefined && !isRequired) return;
  for (const [index, button] of readList(value, name, 3).entries()) {
    const at = `${name}[${index}]`;
    if (typeof button.type !== "string" || !BUTTON_TYPES.includes(button.type)) {
      throw invalidParameter(`Param ${at}[type] must be one of {${BUTTON_TYPES.join(", ")}}`);
    }
    if (button.type !== "web_url" && button.type !== "postback") continue;
    limit(button.title, `${at}[title]`, 20, { isRequired: true });
    if (button.type === "postback") limit(button.payload, `${at}[payload]`, 1_000, { isRequired: true });
    else limit(button.url, `${at}[url]`, 2_000, { isRequired: true });
  }
}

function readList(value: unknown, name: string, max: number): Fields[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidParameter(`Param ${name} must be a non-empty array.`);
  if (value.length > max) throw invalidParameter(`Param ${name} must have at most ${max} elements.`);
  return value.map((item: unknown) => toFields(item) ?? {});
}

function limit(value: unknown, name: string, max: number, { isRequired = false }: { isRequired?: boolean } = {}): void {
  if (value === undefined || value === "") {
    if (isRequired) throw invalidParameter(`The parameter ${name} is required.`);
    return;
  }
  if (typeof value !== "string") throw invalidParameter(`Param ${name} must be a string.`);
  if ([...value].length > max) throw invalidParameter(`Length of param ${name} must be less than or equal to ${max}`);
}
