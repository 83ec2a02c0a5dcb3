import { newTemplateId } from "../../new-id";
import { toFields } from "../../send/message-limits";
import type { MessageTemplate, Page } from "../../state/simulator-state";
import type { World } from "../../world";
import { authenticate, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { paginate } from "../paginate";
import { checkPageRate } from "../rate-limits";
import { selectFields } from "../select-fields";

const FIELDS = ["id", "name", "language", "category", "status", "components", "parameter_format", "rejected_reason"];
const MAX_PER_ANSWER = 25;
const NAME = /^[a-z0-9_]{1,512}$/;

/**
 * `/{page-id}/message_templates`: list, create and delete utility templates. What the review says of a new one is a
 * setting of the Page; a text that begins or ends with a blank is rejected by itself.
 *
 * @see Meta docs: messenger-platform/send-messages/utility-messages
 */
export function messageTemplates(world: World, request: GraphRequest): GraphAnswer {
  const caller = requirePageToken(authenticate(world, request), request.segments[0] ?? "me");
  checkPageRate(world, caller.page);
  if (!mayUse(world, caller, "page_utility_messaging")) {
    throw new GraphError("(#200) Requires page_utility_messaging permission to manage the object", {
      code: 200,
      status: 403,
    });
  }
  if (request.method === "GET") return list(world, request, caller.page);
  return request.method === "POST" ? create(world, request, caller.page) : remove(world, request, caller.page);
}

function list(world: World, request: GraphRequest, page: Page): GraphAnswer {
  const { params } = request;
  const name = params.text("name");
  const status = params.text("status");
  const templates = templatesOf(world, page)
    .filter((template) => name === undefined || template.name === name)
    .filter((template) => status === undefined || template.status === status);
  const fields = params.text("fields");
  const nodes = templates.map((template) =>
    selectFields(toNode(template), { fields, defaults: FIELDS, type: "MessageTemplate" }),
  );
  return { body: paginate(world, request, nodes, { maxLimit: MAX_PER_ANSWER, path: `${page.id}/message_templates` }) };
}

const toNode = (template: MessageTemplate): Record<string, unknown> => ({
  id: template.id,
  name: template.name,
  language: template.language,
  category: template.category,
  status: template.status,
  components: template.components,
  parameter_format: template.parameterFormat,
  rejected_reason: template.rejectedReason,
});

function create(world: World, { params }: GraphRequest, page: Page): GraphAnswer {
  const name = params.text("name") ?? "";
  const language = params.text("language") ?? "";
  if (!NAME.test(name)) throw invalidParameter("Param name must be lowercase letters, digits and underscores.");
  if (language === "") throw invalidParameter("The parameter language is required.");
  const category = params.text("category");
  if (category !== "UTILITY") throw invalidParameter("Param category must be one of {UTILITY}");
  const format = params.text("parameter_format") ?? "POSITIONAL";
  if (format !== "POSITIONAL" && format !== "NAMED") {
    throw invalidParameter("Param parameter_format must be one of {POSITIONAL, NAMED}");
  }
  const isTaken = templatesOf(world, page).some((other) => other.name === name && other.language === language);
  if (isTaken) throw invalidParameter(`A message template "${name}" exists in ${language} already.`);
  const components = readComponents(params.value("components"));
  const { status, rejectedReason } = review(page, components);
  const template: MessageTemplate = {
    id: newTemplateId(),
    pageId: page.id,
    name,
    language,
    category,
    parameterFormat: format,
    components,
    status,
    rejectedReason,
  };
  world.state.templates.set(template.id, template);
  world.log.changed("pages");
  return { body: { id: template.id, status, category } };
}

function readComponents(value: unknown): Array<Record<string, unknown>> {
  if (!Array.isArray(value)) throw invalidParameter("The parameter components is required.");
  const components = value.map((item: unknown) => toFields(item) ?? {});
  if (typeof bodyOf(components) !== "string") throw invalidParameter("Param components must have a BODY with a text.");
  return components;
}

const bodyOf = (components: Array<Record<string, unknown>>) =>
  components.find(({ type }) => String(type).toUpperCase() === "BODY")?.text;

function review(page: Page, components: Array<Record<string, unknown>>) {
  const text = String(bodyOf(components)).trim();
  if (/^\{\{\s*\w+\s*\}\}|\{\{\s*\w+\s*\}\}$/.test(text)) {
    return { status: "REJECTED", rejectedReason: "INCORRECT_PARAMS" } as const;
  }
  const rejectedReason = page.templateReview === "REJECTED" ? "TAG_SHOULD_BE_MARKETING" : null;
  return { status: page.templateReview, rejectedReason };
}

/** `DELETE …?name=…[&template_id=…]`: in all languages, or the one with that id. */
function remove(world: World, { params }: GraphRequest, page: Page): GraphAnswer {
  const name = params.text("name");
  if (name === undefined) throw invalidParameter("The parameter name is required.");
  const id = params.text("template_id");
  const gone = templatesOf(world, page).filter(
    (template) => template.name === name && (id === undefined || template.id === id),
  );
  if (gone.length === 0) throw invalidParameter(`Message template "${name}" does not exist.`);
  for (const template of gone) world.state.templates.delete(template.id);
  world.log.changed("pages");
  return { body: { success: true } };
}

const templatesOf = (world: World, page: Page) =>
  [...world.state.templates.values()].filter(({ pageId }) => pageId === page.id);
