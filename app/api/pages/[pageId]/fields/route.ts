import { defineRoute } from "@/lib/api/define-route";
import { setFieldsInput, setFieldsResult } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { recordAudit } from "@/lib/auth/audit-queries";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { endFields, setFields } from "@/lib/pages/set-fields";
import { getDesk } from "@/lib/runtime/desk";

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "page.fields_set",
    path: "/api/pages/{pageId}/fields",
    summary: "Subscribe a Page to exactly these webhook fields; read back from Facebook",
    permission: "fields:manage",
    page: pageItself,
    params: pageParams,
    body: setFieldsInput,
    answer: setFieldsResult,
  },
  async ({ db, viewer, params: { pageId }, body }) => {
    const { publish } = getDesk();
    const result = await setFields(db, getGraph(), pageId, body.fields, { userId: viewer.id, publish });
    const { added, removed } = result;
    const detail = { added, removed };
    recordAudit(db, { atMs: Date.now(), userId: viewer.id, action: "page.fields_set", target: pageId, pageId, detail });
    return result;
  },
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "page.fields_ended",
    path: "/api/pages/{pageId}/fields",
    summary: "Take the desk off this Page's webhooks; the Page stays linked",
    permission: "fields:manage",
    page: pageItself,
    params: pageParams,
    answer: setFieldsResult,
  },
  async ({ db, viewer, params: { pageId } }) => {
    const { publish } = getDesk();
    const result = await endFields(db, getGraph(), pageId, { userId: viewer.id, publish });
    const detail = { removed: result.removed };
    recordAudit(db, {
      atMs: Date.now(),
      userId: viewer.id,
      action: "page.fields_ended",
      target: pageId,
      pageId,
      detail,
    });
    return result;
  },
);
