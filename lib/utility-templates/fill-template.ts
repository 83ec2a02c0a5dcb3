import "server-only";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import type { UtilityMessage } from "@/lib/messenger/outgoing-content";
import { getTemplates } from "./get-templates";
import { renderTemplate } from "./render-template";
import type { UtilityTemplate } from "./utility-template";

/**
 * A utility message as it goes out, held against the Page's own template: the names of its blanks, and how it reads.
 * @throws {AppError} `invalid_input` when there is no such template, it is not approved, or its blanks are not filled
 * @throws {GraphError} and {GraphUnavailableError} when Meta does not list the templates
 */
export async function fillTemplate(
  db: Db,
  graph: GraphClient,
  pageId: string,
  { name, language, parameters }: Omit<UtilityMessage, "preview">,
): Promise<UtilityMessage> {
  const templates = await getTemplates(db, graph, pageId);
  const template = templates.find((its) => its.name === name && its.language === language);
  if (!template) throw refuse("utility.name", "This Page has no template of this name in this language.");
  if (template.status !== "APPROVED") {
    throw refuse("utility.name", `Facebook has not approved this template: it is ${template.status}.`);
  }
  if (template.obstacle !== null) throw refuse("utility.name", template.obstacle);
  const filled = fillBlanks(template, parameters);
  return { name, language, parameters: filled, preview: renderTemplate(template, filled) };
}

function fillBlanks(
  { parameters: blanks }: UtilityTemplate,
  given: UtilityMessage["parameters"],
): UtilityMessage["parameters"] {
  if (given.length !== blanks.length) {
    throw refuse("utility.parameters", `Fill in every blank: this template has ${blanks.length}.`);
  }
  return blanks.map(({ name }, index) => {
    const inPlace = given[index];
    const found = name === null ? inPlace : (given.find((its) => its.name === name) ?? inPlace);
    if (!found || (name !== null && found.name !== undefined && found.name !== name)) {
      throw refuse(`utility.parameters.${index}.name`, `The blank “${name}” is not filled in.`);
    }
    return name === null ? { text: found.text } : { name, text: found.text };
  });
}

function refuse(path: string, message: string): AppError {
  return new AppError("invalid_input", message, { fields: [{ path, message }] });
}
