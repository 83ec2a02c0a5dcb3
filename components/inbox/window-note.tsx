"use client";

import { Clock, UserRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useNow } from "@/components/ui/use-now";
import type { Capability, SendDecision } from "@/lib/messenger/decide-send";
import { describeTimeLeft, describeWindow } from "./describe-window";
import { useThreadTime } from "./thread-time";

type WindowNoteProps = {
  decision: Exclude<SendDecision, { way: "refused" }>;
  humanAgent: Capability;
};

/** How a reply goes out, and how long that stays possible; what is special about it is explained. */
export function WindowNote({ decision, humanAgent }: WindowNoteProps) {
  const t = useTranslations("sending");
  const time = useThreadTime();
  const window = describeWindow(decision.untilMs, useNow());
  if (window.state === "closed") return <p />;
  if (decision.way === "human_agent") {
    const left = t("left", describeTimeLeft(decision.leftMs ?? 0));
    return (
      <p className="flex min-w-0 items-start gap-1.5 text-xs text-warn">
        <UserRound aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
        <span title={t("humanAgent.until", { time: time.short(window.closesAt) })}>
          <strong className="font-medium">{t("humanAgent.title", { left })}</strong> {t("humanAgent.rule")}{" "}
          {humanAgent === "unknown" && t("humanAgent.unknown")}
        </span>
      </p>
    );
  }
  return (
    <p
      title={t("closesHint", { time: time.short(window.closesAt) })}
      className={cn("flex items-center gap-1.5 text-xs", window.state === "soon" ? "text-warn" : "text-soft")}
    >
      <Clock aria-hidden="true" className="size-3.5 shrink-0" />
      {t("closes", { left: t("left", window) })}
    </p>
  );
}
