import type { FieldError } from "@/lib/errors";
import { hasBlanks, listBlankNames } from "./template-blanks";

type NewTemplate = {
  header?: string | undefined;
  body: string;
  examples: readonly string[];
  buttons?: readonly { type: string; url?: string | undefined; payload?: string | undefined }[] | undefined;
};

/**
 * What Meta's review refuses for certain, told before it is asked (Meta docs: utility messages, guidelines). Pure, and
 * the same in the browser. Empty: it can be sent to the review.
 */
export function checkNewTemplate({ header, body, examples, buttons = [] }: NewTemplate): FieldError[] {
  const problems: FieldError[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  const blanks = listBlankNames(body);
  const isCounted = blanks.every((blank) => Number(blank) >= 1 && Number(blank) <= blanks.length);
  if (!isCounted) add("body", "Number the blanks {{1}}, {{2}} and so on, without a gap.");
  if (/^\s*\{\{|\}\}\s*$/.test(body)) add("body", "The text may neither begin nor end with a blank.");
  if (isCounted && examples.length !== blanks.length) {
    add("examples", `Give one example for each blank: there are ${blanks.length}.`);
  }
  if (header !== undefined && header.trim() === "") add("header", "Leave the header out, or write something.");
  if (header !== undefined && hasBlanks(header)) add("header", "The header takes no blanks here.");
  for (const [index, { type, url = "", payload = "" }] of buttons.entries()) {
    if (type === "phone_number") add(`buttons.${index}.type`, "A utility template takes links and postbacks only.");
    if (hasBlanks(url) || hasBlanks(payload)) add(`buttons.${index}`, "Buttons take no blanks here.");
  }
  return problems;
}
