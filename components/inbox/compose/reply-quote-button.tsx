"use client";

import { Reply } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { draftStore } from "../draft-store";

/** Lets the next message quote this one; nothing where Meta could not be told which one is meant. */
export function ReplyQuoteButton({ message, className }: { message: Message; className?: string }) {
  const t = useTranslations("compose.quote");
  const mayWrite = useMayDo("conversations:write");
  const { id, mid, conversationId, direction, authorName, text, unsentAt } = message;
  if (!mayWrite || mid === null || unsentAt !== null) return null;
  const quoted = { id, mid, direction, authorName, text, isUnsent: false };
  return (
    <button
      type="button"
      aria-label={t("action")}
      title={t("action")}
      onClick={() => draftStore.change(conversationId, { quoted })}
      className={cn(
        "grid size-8 shrink-0 place-items-center rounded-md max-md:size-11 text-soft hover:bg-hover hover:text-ink",
        className,
      )}
    >
      <Reply aria-hidden="true" />
    </button>
  );
}
