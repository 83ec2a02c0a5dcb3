"use client";

import { SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { hasText } from "@/components/has-text";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { useThreadFrame } from "./thread-frame";
import { useThreadTime } from "./thread-time";

/**
 * The person's reaction, and the Page's own, at the corner of what they are to. Takes no room, so nothing moves when one
 * comes.
 */
export function ReactionBadge({ message, isOurs }: { message: Message; isOurs: boolean }) {
  const { reaction, ownReaction } = message;
  if (reaction === null && ownReaction === null) return null;
  return (
    <span className={cn("absolute -bottom-1.5 z-1 flex gap-0.5", isOurs ? "-left-2.5" : "-right-2.5")}>
      {reaction !== null && <TheirReaction reaction={reaction} />}
      {ownReaction !== null && <OwnReaction emoji={ownReaction} />}
    </span>
  );
}

const BADGE = "flex h-5 max-w-32 items-center gap-1 rounded-full border bg-surface px-1.5 text-xs";

function TheirReaction({ reaction: { emoji, name, at } }: { reaction: NonNullable<Message["reaction"]> }) {
  const t = useTranslations("inbox");
  const time = useThreadTime();
  const { customerName } = useThreadFrame();
  const key = `reaction.${name ?? "unnamed"}` as "reaction.love";
  const said = hasText(t, key) ? t(key) : (name ?? t("reaction.unnamed"));
  const what = name === null || name === "other" ? (emoji ?? said) : said;
  const sentence = t("thread.reacted", { name: customerName, what, time: time.clock(at) });
  return (
    <span title={sentence} className={BADGE}>
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

function OwnReaction({ emoji }: { emoji: string }) {
  const t = useTranslations("reactions");
  const sentence = t("own", { emoji });
  return (
    <span title={sentence} className={cn(BADGE, "border-transparent bg-accent-tint")}>
      <span className="sr-only">{sentence}</span>
      <span aria-hidden="true">{emoji}</span>
    </span>
  );
}
