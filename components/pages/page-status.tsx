"use client";

import { CircleCheck, CircleX, type LucideIcon, TriangleAlert, Unlink } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { Page } from "@/lib/api/schemas/pages";

const looks: Record<Page["status"], { tone: BadgeTone; icon: LucideIcon }> = {
  healthy: { tone: "good", icon: CircleCheck },
  attention: { tone: "warn", icon: TriangleAlert },
  broken: { tone: "bad", icon: CircleX },
  unlinked: { tone: "neutral", icon: Unlink },
};

/** The state of a Page as a word, an icon and a colour, in this order of importance. */
export function PageStatus({ status }: { status: Page["status"] }) {
  const t = useTranslations("pages.status");
  const { tone } = looks[status];
  return (
    <Badge tone={tone}>
      <PageStatusIcon status={status} />
      {t(status)}
    </Badge>
  );
}

/** For places where the word stands beside it. */
export function PageStatusIcon({ status, className }: { status: Page["status"]; className?: string }) {
  const { icon: Icon } = looks[status];
  return <Icon aria-hidden="true" className={className} />;
}
