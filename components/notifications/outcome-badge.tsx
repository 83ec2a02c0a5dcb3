"use client";

import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Copy,
  FileQuestionMark,
  type LucideIcon,
  ShieldX,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { NotificationOutcome } from "@/lib/api/schemas/notifications";

const looks: Record<NotificationOutcome, { tone: BadgeTone; icon: LucideIcon }> = {
  applied: { tone: "good", icon: CircleCheck },
  duplicate: { tone: "neutral", icon: Copy },
  partly_failed: { tone: "warn", icon: TriangleAlert },
  failed: { tone: "bad", icon: CircleX },
  unreadable: { tone: "warn", icon: FileQuestionMark },
  rejected: { tone: "bad", icon: ShieldX },
  pending: { tone: "neutral", icon: CircleDashed },
};

export const outcomes = Object.keys(looks) as NotificationOutcome[];

/** What became of a notification; what that means on hover. */
export function OutcomeBadge({ outcome }: { outcome: NotificationOutcome }) {
  const t = useTranslations("notifications");
  const { tone, icon: Icon } = looks[outcome];
  return (
    <Badge tone={tone} title={t(`outcomeMeaning.${outcome}`)}>
      <Icon aria-hidden="true" />
      {t(`outcome.${outcome}`)}
    </Badge>
  );
}
