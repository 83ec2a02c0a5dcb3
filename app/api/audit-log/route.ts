import { defineRoute } from "@/lib/api/define-route";
import { auditList, auditQuery } from "@/lib/api/schemas/people";
import { getAudit } from "@/lib/auth/get-audit";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/audit-log",
    summary: "Who did what, on which Page, when and from where; newest first",
    permission: "audit_log:read",
    page: "none",
    query: auditQuery,
    answer: auditList,
  },
  async ({ db, query: { from, to, ...filter } }) => getAudit(db, { ...filter, fromMs: from, toMs: to }),
);
