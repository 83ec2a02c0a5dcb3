import { defineRoute } from "@/lib/api/define-route";
import { auditExportQuery } from "@/lib/api/schemas/people";
import { exportAudit } from "@/lib/auth/get-audit";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/audit-log/export",
    summary: "The audit log as a file: CSV, or a line of JSON an entry",
    permission: "audit_log:read",
    page: "none",
    query: auditExportQuery,
    answer: null,
  },
  async ({ db, query: { from, to, format, ...filter } }) =>
    new Response(exportAudit(db, { ...filter, fromMs: from, toMs: to }, format), {
      headers: {
        "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
        "content-disposition": `attachment; filename="pagedesk-audit-log.${format}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    }),
);
