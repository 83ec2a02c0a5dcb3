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
  Unplug,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { NotificationOutcome, NotificationSummary } from "@/lib/api/schemas/notifications";
import { outcomeWord } from "./outcome-word";

type Look = { tone: BadgeTone; icon: LucideIcon };

const looks: Record<NotificationOutcome, Look> = {
  applied: { tone: "good", icon: CircleCheck },
  duplicate: { tone: "neutral", icon: Copy },
  partly_failed: { tone: "warn", icon: TriangleAlert },
  failed: { tone: "bad", icon: CircleX },
  unreadable: { tone: "warn", icon: FileQuestionMark },
  rejected: { tone: "bad", icon: ShieldX },
  pending: { tone: "neutral", icon: CircleDashed },
};
const notLinked: Look = { tone: "accent", icon: Unplug };

export const outcomes = Object.keys(looks) as NotificationOutcome[];

/** What became of a notification; what that means on hover. */
export function OutcomeBadge({ notification }: { notification: Pick<NotificationSummary, "outcome" | "eventCount"> }) {
  const t = useTranslations("notifications");
  const word = outcomeWord(notification);
  const { tone, icon: Icon } = word === "not_linked" ? notLinked : looks[word];
  return (
    <Badge tone={tone} title={t(`outcomeMeaning.${word}`)}>
      <Icon aria-hidden="true" />
      {t(`outcome.${word}`)}
    </Badge>
  );
}
