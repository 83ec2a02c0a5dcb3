import type { Metadata } from "next";
import { AuditLog } from "@/components/audit/audit-log";
import { ExportMenu } from "@/components/audit/export-menu";
import { TeamScreen } from "@/components/team/team-screen";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("audit")("title") };
}

export default async function AuditPage() {
  await requireViewer("audit_log:read");
  return (
    <TeamScreen part="audit" actions={<ExportMenu />}>
      <p className="mb-3 text-soft">{getTranslator("audit")("intro")}</p>
      <AuditLog />
    </TeamScreen>
  );
}
