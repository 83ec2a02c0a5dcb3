import { GraphError, invalidParameter } from "../graph/graph-error";
import type { MessageTemplate, Page, SimulatorState } from "../state/simulator-state";
import { type Fields, toFields } from "./message-limits";

const BLANK = /\{\{\s*(\w+)\s*\}\}/g;

/** A utility template as a send names it. */
export interface UtilityMessage {
  name: string;
  language: string;
  components: Fields[];
  metadata: string | null;
}

/** What the person gets to see of it. */
export interface UtilityShown {
  text: string | null;
  attachments: unknown[];
}

/** The `template` of a message, or null when it has none. @throws {GraphError} 100 */
export function readUtility(message: unknown): UtilityMessage | null {
  const { template: given, metadata } = toFields(message) ?? {};
  if (given === undefined) return null;
  const template = toFields(given);
  const code = toFields(template?.language)?.code;
  if (typeof template?.name !== "string") throw invalidParameter("The parameter message[template][name] is required.");
  if (typeof code !== "string") throw invalidParameter("The parameter message[template][language][code] is required.");
  const components = Array.isArray(template.components) ? template.components.map((item) => toFields(item) ?? {}) : [];
  return { name: template.name, language: code, components, metadata: typeof metadata === "string" ? metadata : null };
}

/**
 * Fills the Page's template. It must be there in that language, approved, and get as many parameters as it has blanks. The
 * codes are unconfirmed: Meta's guide names none.
 *
 * @throws {GraphError} 100, or 10 while it is not approved
 * @see Meta docs: messenger-platform/send-messages/utility-messages
 */
export function fillUtility(state: SimulatorState, page: Page, message: UtilityMessage): UtilityShown {
  const { name, language } = message;
  const template = [...state.templates.values()].find(
    (candidate) => candidate.pageId === page.id && candidate.name === name && candidate.language === language,
  );
  if (template === undefined) throw invalidParameter(`Message template "${name}" (${language}) does not exist.`);
  if (template.status !== "APPROVED") {
    const text = `(#10) Message template "${name}" is not approved (${template.status}).`;
    throw new GraphError(text, { code: 10, status: 403 });
  }
  const filled = (type: string) => fillComponent(template, message, type);
  const text = [filled("HEADER"), filled("BODY")].filter((part) => part !== null).join("\n\n");
  const buttons = findComponent(template, "BUTTONS")?.buttons;
  if (!Array.isArray(buttons) || buttons.length === 0) return { text, attachments: [] };
  const payload = { template_type: "button", text, buttons: buttons.map(toButton) };
  return { text: null, attachments: [{ type: "template", payload }] };
}

/** The blanks of a text, each once, in order. */
export function blanksOf(text: string): string[] {
  return [...new Set([...text.matchAll(BLANK)].map(([, name = ""]) => name))];
}

function fillComponent(template: MessageTemplate, message: UtilityMessage, type: string): string | null {
  const text = findComponent(template, type)?.text;
  if (typeof text !== "string") return null;
  const given = message.components.find((component) => String(component.type).toUpperCase() === type);
  const parameters = Array.isArray(given?.parameters)
    ? given.parameters.map((item: unknown) => toFields(item) ?? {})
    : [];
  const blanks = blanksOf(text);
  if (parameters.length !== blanks.length) {
    throw invalidParameter(
      `Number of parameters (${parameters.length}) of the ${type.toLowerCase()} does not match the expected number (${blanks.length}).`,
    );
  }
  return text.replaceAll(BLANK, (_, name: string) => {
    const byName = parameters.find((parameter) => parameter.parameter_name === name);
    const parameter = template.parameterFormat === "NAMED" ? byName : parameters[Number(name) - 1];
    if (typeof parameter?.text !== "string") throw invalidParameter(`Parameter ${name} of the template is missing.`);
    return parameter.text;
  });
}

const findComponent = (template: MessageTemplate, type: string) =>
  template.components.find((component) => String(component.type).toUpperCase() === type);

function toButton(value: unknown): Fields {
  const { type, text, url, payload } = toFields(value) ?? {};
  return String(type).toUpperCase() === "URL"
    ? { type: "web_url", title: text, url }
    : { type: "postback", title: text, payload: payload ?? text };
}
