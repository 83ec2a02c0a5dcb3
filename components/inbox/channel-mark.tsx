"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Conversation } from "@/lib/api/schemas/inbox";

/** Says that a conversation is on Instagram; the usual channel goes without saying. */
export function ChannelMark({ channel, className }: { channel: Conversation["channel"]; className?: string }) {
  const t = useTranslations("inbox.context");
  if (channel === "messenger") return null;
  return <span className={cn("shrink-0 text-xs text-soft", className)}>{t(channel)}</span>;
}
