"use client";

import { ChevronDown, Clock, UserRound } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useNow } from "@/components/ui/use-now";
import type { Capability, SendDecision } from "@/lib/messenger/decide-send";
import { describeWindow } from "./describe-window";
import { useThreadTime } from "./thread-time";

type WindowNoteProps = {
  decision: Exclude<SendDecision, { way: "refused" }>;
  /** What will go out once that is over; null when it does not end. */
  next: SendDecision | null;
  humanAgent: Capability;
};

/** How a reply goes out, and how long that stays possible, in one line; what is behind it is told when asked for. */
export function WindowNote({ decision, next, humanAgent }: WindowNoteProps) {
  const t = useTranslations("sending");
  const time = useThreadTime();
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  const after = useAfter(next, humanAgent);
  const window = describeWindow(decision.untilMs, useNow());
  if (window.state === "closed") return <p />;

  const left = t("left", window);
  const isSoon = window.state === "soon";
  const isHumanAgent = decision.way === "human_agent";
  const Icon = isHumanAgent ? UserRound : Clock;
  const closes = isSoon ? t("closesAt", { left, time: time.clock(window.closesAt) }) : t("closes", { left });
  const details = isHumanAgent
    ? [
        t("humanAgent.rule"),
        humanAgent === "unknown" && t("humanAgent.unknown"),
        t("humanAgent.until", { time: time.short(window.closesAt) }),
      ]
    : [t("closesHint", { time: time.short(window.closesAt) })];
  return (
    <div className="min-w-0 flex-1 text-xs">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        onClick={() => setOpen(!isOpen)}
        className={cn(
          "flex min-h-6 items-center gap-1.5 rounded-sm text-left transition-colors hover:text-ink max-md:min-h-8",
          isSoon ? "text-warn" : "text-soft",
        )}
      >
        <Icon aria-hidden="true" className="size-3.5 shrink-0" />
        <span className={cn(isSoon && "font-medium")}>{isHumanAgent ? t("humanAgent.title", { left }) : closes}</span>
        {isHumanAgent && <span className="underline underline-offset-2">{t("why")}</span>}
        <ChevronDown
          aria-hidden="true"
          className={cn("size-3.5 shrink-0 transition-transform", isOpen && "rotate-180")}
        />
      </button>
      {isSoon && after !== null && <p className="text-warn">{after}</p>}
      {isOpen && (
        <p id={detailsId} className="mt-0.5 max-h-[20dvh] overflow-y-auto text-soft">
          {[...details, !isSoon && after].filter(Boolean).join(" ")}
        </p>
      )}
    </div>
  );
}

/** What comes after, as a sentence. */
function useAfter(next: SendDecision | null, humanAgent: Capability): string | null {
  const t = useTranslations("sending.after");
  const time = useThreadTime();
  if (next === null) return null;
  if (next.way === "refused") {
    const [first, second] = next.alternatives;
    return t(second ? "both" : (first ?? "nothing"));
  }
  if (next.untilMs === null) return null;
  return t(humanAgent === "yes" ? "human_agent" : "human_agent_unknown", { time: time.short(next.untilMs) });
}
