import { defineRoute } from "@/lib/api/define-route";
import { setFieldsInput, setFieldsResult } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { recordAudit } from "@/lib/auth/audit-queries";
import { getGraph } from "@/lib/graph/graph";
import { setFields } from "@/lib/pages/set-fields";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/pages/{pageId}/fields",
    summary: "Subscribe a Page to exactly these webhook fields; read back from Facebook",
    permission: "pages:manage",
    params: pageParams,
    body: setFieldsInput,
    answer: setFieldsResult,
  },
  async ({ db, viewer, params: { pageId }, body }) => {
    const result = await setFields(db, getGraph(), pageId, body.fields);
    const { added, removed } = result;
    const detail = { added, removed };
    recordAudit(db, { atMs: Date.now(), userId: viewer.id, action: "page.fields_set", target: pageId, detail });
    return result;
  },
);
