"use client";

import { Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useNow } from "@/components/ui/use-now";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { describeWindow } from "./describe-window";
import { useThreadTime } from "./thread-time";

/** How long Meta still takes replies for sure; after that, why it may not. */
export function WindowNote({ window }: { window: Conversation["window"] }) {
  const t = useTranslations("inbox.window");
  const time = useThreadTime();
  const state = describeWindow(window.closesAt, useNow());
  if (state.state === "closed") {
    return (
      <p className="flex items-start gap-1.5 text-xs text-warn">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5" />
        {state.closedAt === null ? t("closedNever") : t("closed")}
      </p>
    );
  }
  return (
    <p
      title={t("hint", { time: time.short(state.closesAt) })}
      className={cn("flex items-center gap-1.5 text-xs", state.state === "soon" ? "text-warn" : "text-soft")}
    >
      <Clock aria-hidden="true" className="size-3.5" />
      {t("closes", { hours: state.hours, minutes: state.minutes })}
    </p>
  );
}
