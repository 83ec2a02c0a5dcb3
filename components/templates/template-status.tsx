"use client";

import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { MessageTemplate } from "@/lib/api/schemas/outgoing";

const TONES: Record<string, BadgeTone> = { APPROVED: "good", PENDING: "warn", IN_APPEAL: "warn", REJECTED: "bad" };
const KNOWN = [
  "APPROVED",
  "PENDING",
  "REJECTED",
  "PAUSED",
  "DISABLED",
  "IN_APPEAL",
  "PENDING_DELETION",
  "DELETED",
  "LIMIT_EXCEEDED",
  "ARCHIVED",
] as const;

/** What Meta's review says of a template. */
export function TemplateStatus({ status }: Pick<MessageTemplate, "status">) {
  const text = useTemplateStatusText();
  return <Badge tone={TONES[status] ?? "neutral"}>{text(status)}</Badge>;
}

/** Our word for a status, or Meta's where there is a new one. */
export function useTemplateStatusText(): (status: string) => string {
  const t = useTranslations("templates.status");
  return (status) => {
    const known = KNOWN.find((name) => name === status);
    return known === undefined ? status : t(known);
  };
}
