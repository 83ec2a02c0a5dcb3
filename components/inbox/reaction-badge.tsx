"use client";

import { SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { hasText } from "@/components/has-text";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { useThreadFrame } from "./thread-frame";
import { useThreadTime } from "./thread-time";

/** The person's reaction, at the corner of what they reacted to. Takes no room, so nothing moves when it comes. */
export function ReactionBadge({ message, isOurs }: { message: Message; isOurs: boolean }) {
  const t = useTranslations("inbox");
  const time = useThreadTime();
  const { customerName } = useThreadFrame();
  const { reaction } = message;
  if (reaction === null) return null;
  const { emoji, name, at } = reaction;
  const key = `reaction.${name ?? "unnamed"}` as "reaction.love";
  const said = hasText(t, key) ? t(key) : (name ?? t("reaction.unnamed"));
  const what = name === null || name === "other" ? (emoji ?? said) : said;
  const sentence = t("thread.reacted", { name: customerName, what, time: time.clock(at) });
  return (
    <span
      title={sentence}
      className={cn(
        "absolute -bottom-1.5 z-1 flex h-5 max-w-32 items-center gap-1 rounded-full border bg-surface px-1.5 text-xs",
        isOurs ? "-left-2.5" : "-right-2.5",
      )}
    >
      <span className="sr-only">{sentence}</span>
      <span aria-hidden="true" className="flex min-w-0 items-center gap-1">
        {emoji ?? (
          <>
            <SmilePlus className="size-3.5 text-soft" />
            <span className="truncate">{said}</span>
          </>
        )}
      </span>
    </span>
  );
}
