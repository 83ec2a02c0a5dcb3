import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import {
  createTemplateInput,
  createTemplateResult,
  messageTemplate,
  messageTemplateList,
} from "@/lib/api/schemas/outgoing";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { createTemplate, deleteTemplate } from "@/lib/utility-templates/change-templates";
import { getTemplateList } from "@/lib/utility-templates/get-templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/{pageId}/message-templates",
    summary: "Utility templates of a Page, as Facebook lists them",
    permission: "conversations:read",
    page: pageItself,
    params: pageParams,
    query: z.object({ fresh: z.stringbool().default(false) }),
    answer: messageTemplateList,
  },
  async ({ db, params, query }) => {
    const { templates, askedMs } = await getTemplateList(db, getGraph(), params.pageId, { isFresh: query.fresh });
    return { templates, askedAt: askedMs, nextCursor: null };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    audit: "template.created",
    path: "/api/pages/{pageId}/message-templates",
    summary: "Send a new utility template of a Page to Facebook's review",
    permission: "templates:manage",
    page: pageItself,
    params: pageParams,
    body: createTemplateInput,
    answer: createTemplateResult,
    status: 201,
  },
  async ({ db, viewer, params: { pageId }, body: input }) => ({
    template: await createTemplate(db, getGraph(), { pageId, userId: viewer.id, input }),
  }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "template.deleted",
    path: "/api/pages/{pageId}/message-templates",
    summary: "Delete a utility template of a Page in all its languages",
    permission: "templates:manage",
    page: pageItself,
    params: pageParams,
    query: z.object({ name: messageTemplate.shape.name.min(1).max(512) }),
    answer: null,
  },
  async ({ db, viewer, params: { pageId }, query: { name } }) =>
    deleteTemplate(db, getGraph(), { pageId, userId: viewer.id, name }),
);
