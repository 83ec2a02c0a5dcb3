import type { FieldError } from "@/lib/errors";
import { hasBlanks, listBlankNames } from "./template-blanks";

/** How a template is named, and how Meta writes a language. */
export const TEMPLATE_NAME = /^[a-z0-9_]{1,512}$/;
export const NAME_RULE = "Use small letters, digits and underscores.";
export const TEMPLATE_LANGUAGE = /^[a-zA-Z_]{2,10}$/;
export const LANGUAGE_RULE = "Write a language as Meta does: en, it, de, pt_BR.";

type NewTemplate = {
  name: string;
  language: string;
  header?: string | undefined;
  body: string;
  examples: readonly string[];
  buttons?: readonly { type: string; url?: string | undefined; payload?: string | undefined }[] | undefined;
};

/**
 * What Meta's review refuses for certain, told before it is asked (Meta docs: utility messages, guidelines). Pure, and
 * the same in the browser. Empty: it can be sent to the review.
 */
export function checkNewTemplate({ name, language, header, body, examples, buttons = [] }: NewTemplate): FieldError[] {
  const problems: FieldError[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  if (!TEMPLATE_NAME.test(name)) add("name", NAME_RULE);
  if (!TEMPLATE_LANGUAGE.test(language)) add("language", LANGUAGE_RULE);
  if (body.trim() === "") add("body", "Write what the template says.");
  const blanks = listBlankNames(body);
  const isCounted = blanks.every((blank) => Number(blank) >= 1 && Number(blank) <= blanks.length);
  if (!isCounted) add("body", "Number the blanks {{1}}, {{2}} and so on, without a gap.");
  if (/^\s*\{\{|\}\}\s*$/.test(body)) add("body", "The text may neither begin nor end with a blank.");
  if (isCounted && examples.length !== blanks.length) {
    add("examples", `Give one example for each blank: there are ${blanks.length}.`);
  }
  for (const [index, example] of examples.entries()) {
    if (example.trim() === "") add(`examples.${index}`, "Write what may stand here: Meta’s review asks for it.");
  }
  if (header !== undefined && header.trim() === "") add("header", "Leave the header out, or write something.");
  if (header !== undefined && hasBlanks(header)) add("header", "The header takes no blanks here.");
  for (const [index, { type, url = "", payload = "" }] of buttons.entries()) {
    if (type === "phone_number") add(`buttons.${index}.type`, "A utility template takes links and postbacks only.");
    if (hasBlanks(url) || hasBlanks(payload)) add(`buttons.${index}`, "Buttons take no blanks here.");
  }
  return problems;
}
