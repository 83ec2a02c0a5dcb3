import { replaceBlanks } from "./template-blanks";
import type { UtilityTemplate } from "./utility-template";

type Readable = Pick<UtilityTemplate, "header" | "body" | "parameters">;
type Filling = { name?: string | undefined; text: string };

/**
 * How a template reads with its blanks filled: header, then body. A blank that nothing is given for stays as it is
 * written, so that it shows.
 */
export function renderTemplate(template: Readable, parameters: readonly Filling[]): string {
  const body = renderBody(template, parameters);
  return template.header === null ? body : `${template.header}\n${body}`;
}

/** The body alone. */
export function renderBody({ body, parameters: blanks }: Readable, parameters: readonly Filling[]): string {
  return replaceBlanks(body, (blank) => {
    const index = /^\d+$/.test(blank) ? Number(blank) - 1 : blanks.findIndex(({ name }) => name === blank);
    const named = parameters.find(({ name }) => name === blank);
    const text = (named ?? parameters[index])?.text ?? "";
    return text === "" ? `{{${blank}}}` : text;
  });
}
