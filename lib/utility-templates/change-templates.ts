import "server-only";
import type { z } from "zod";
import type { createTemplateInput } from "@/lib/api/schemas/outgoing";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import { createMessageTemplate, deleteMessageTemplate, type NewTemplate } from "@/lib/graph/message-templates";
import { checkNewTemplate } from "./check-new-template";
import { getPageToken } from "./get-templates";
import { forgetTemplates } from "./known-templates";
import { listBlanks } from "./template-blanks";
import type { UtilityTemplate } from "./utility-template";

type Input = z.infer<typeof createTemplateInput>;

/**
 * Sends a new utility template of a Page to Meta's review.
 * @returns the template with how its review stands: approved, refused or still under way
 * @throws {AppError} `invalid_input` naming what the review refuses for certain, `not_found`, `page_not_linked`
 * @throws {GraphError} with Meta's words
 */
export async function createTemplate(
  db: Db,
  graph: GraphClient,
  { pageId, userId, input }: { pageId: string; userId: string; input: Input },
): Promise<UtilityTemplate> {
  const problems = checkNewTemplate(input);
  if (problems.length > 0) {
    throw new AppError("invalid_input", problems.map(({ message }) => message).join(" "), { fields: problems });
  }
  const pageToken = await getPageToken(db, pageId);
  const { name, language, header, body, examples, buttons = [] } = input;
  const template = { name, language, header, body, examples, buttons: buttons.flatMap(toTemplateButton) };
  const { id, status } = await createMessageTemplate(graph, { pageId, pageToken }, template);
  forgetTemplates(pageId);
  const detail = { name, language, status };
  recordAudit(db, { atMs: Date.now(), userId, action: "template.created", target: pageId, pageId, detail });
  return {
    id,
    name,
    language,
    status,
    rejectedReason: null,
    header: header ?? null,
    body,
    buttons: buttons.map(({ title }) => title),
    parameters: listBlanks(body),
    obstacle: null,
  };
}

/** Meta names its kinds of buttons otherwise here than in messages (Meta docs: utility messages). */
function toTemplateButton(button: NonNullable<Input["buttons"]>[number]): NewTemplate["buttons"][number][] {
  switch (button.type) {
    case "web_url":
      return [{ type: "URL", text: button.title, url: button.url }];
    case "postback":
      return [{ type: "POSTBACK", text: button.title, payload: button.payload }];
    case "phone_number":
      return [];
  }
}

/**
 * Deletes a template of a Page in all its languages.
 * @throws {AppError} `not_found`, `page_not_linked`
 * @throws {GraphError} with Meta's words
 */
export async function deleteTemplate(
  db: Db,
  graph: GraphClient,
  { pageId, userId, name }: { pageId: string; userId: string; name: string },
): Promise<void> {
  const pageToken = await getPageToken(db, pageId);
  await deleteMessageTemplate(graph, { pageId, pageToken }, name);
  forgetTemplates(pageId);
  recordAudit(db, { atMs: Date.now(), userId, action: "template.deleted", target: pageId, pageId, detail: { name } });
}
