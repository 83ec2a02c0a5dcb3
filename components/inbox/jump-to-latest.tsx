"use client";

import { ArrowDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { ThreadItem } from "./merge-optimistic";

type JumpToLatestProps = { items: readonly ThreadItem[]; isAtEnd: boolean; onJump: () => void };

/** The way back down, with the number of messages that came while the reader was up. */
export function JumpToLatest({ items, isAtEnd, onJump }: JumpToLatestProps) {
  const t = useTranslations("inbox.thread");
  const newestKey = items.at(-1)?.key ?? null;
  const [seenKey, setSeenKey] = useState(newestKey);
  if (isAtEnd && seenKey !== newestKey) setSeenKey(newestKey);
  if (isAtEnd) return null;

  const seenIndex = items.findIndex(({ key }) => key === seenKey);
  const count =
    seenIndex === -1 ? 0 : items.slice(seenIndex + 1).filter(({ message }) => message.direction === "in").length;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center">
      <Button
        size="sm"
        aria-label={count > 0 ? undefined : t("jump")}
        variant={count > 0 ? "primary" : "secondary"}
        onClick={onJump}
        className="pointer-events-auto animate-appear rounded-full shadow-float"
      >
        <ArrowDown aria-hidden="true" />
        {count > 0 && t("jumpCount", { count })}
      </Button>
    </div>
  );
}
