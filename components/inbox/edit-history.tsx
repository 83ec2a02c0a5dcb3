"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { MessageText } from "./message-text";
import { useThreadTime } from "./thread-time";

/** Says that a message was edited; what it said before unfolds. */
export function EditHistory({ earlierTexts, isOurs }: { earlierTexts: Message["earlierTexts"]; isOurs: boolean }) {
  const t = useTranslations("inbox.thread");
  const time = useThreadTime();
  if (earlierTexts.length === 0) return null;
  return (
    <details
      className={cn("mt-0.5 open:mb-1.5 max-w-[min(36rem,85%)] text-xs text-soft", isOurs && "[&>summary]:ml-auto")}
    >
      <summary className="w-fit rounded-sm px-1 max-md:py-3">{t("edited", { count: earlierTexts.length })}</summary>
      <ol className="mt-1 space-y-2 rounded-lg border border-dashed px-3 py-2">
        {earlierTexts.map(({ text, until }) => (
          <li key={`${until} ${text}`}>
            <MessageText text={text} />
            <time dateTime={new Date(until).toISOString()} title={time.exact(until)}>
              {t("editedUntil", { time: time.short(until) })}
            </time>
          </li>
        ))}
      </ol>
    </details>
  );
}
