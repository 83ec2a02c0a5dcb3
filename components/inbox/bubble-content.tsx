"use client";

import { Ban, EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { isEmojiOnly } from "./is-emoji-only";
import { MessageAttachments } from "./message-attachments";
import { MessageText } from "./message-text";
import { useThreadFrame } from "./thread-frame";

type BubbleContentProps = {
  message: Message;
  isFirstOfGroup: boolean;
  isLastOfGroup: boolean;
  isSending: boolean;
};

/** What was said. There is always something to see: what was taken back or cannot be shown says so. */
export function BubbleContent({ message, isFirstOfGroup, isLastOfGroup, isSending }: BubbleContentProps) {
  const t = useTranslations("inbox.thread");
  const { customerName } = useThreadFrame();
  const { text, attachments, status } = message;
  const isOurs = message.direction === "out";
  if (message.unsentAt !== null) {
    return (
      <Missing icon={<Ban aria-hidden="true" className="mt-0.5" />}>
        {isOurs ? t("unsentByUs") : t("unsent", { name: customerName })}
      </Missing>
    );
  }
  if (message.isUnsupported || (!text && attachments.length === 0)) {
    return <Missing icon={<EyeOff aria-hidden="true" className="mt-0.5" />}>{t("unsupported")}</Missing>;
  }
  const hasFailed = status === "failed" || status === "unconfirmed";
  return (
    <>
      {text && (
        <div
          className={cn(
            "max-w-full rounded-lg border px-3 py-2 text-base",
            isOurs ? "border-transparent bg-accent-tint" : "bg-surface",
            !isFirstOfGroup && (isOurs ? "rounded-tr-sm" : "rounded-tl-sm"),
            !isLastOfGroup && (isOurs ? "rounded-br-sm" : "rounded-bl-sm"),
            isEmojiOnly(text) && !hasFailed && "border-transparent bg-transparent px-1 py-0 text-[2rem] leading-tight",
            isSending && "text-soft",
            status === "failed" && "border-bad bg-surface",
            status === "unconfirmed" && "border-dashed border-warn bg-surface",
          )}
        >
          <MessageText text={text} />
        </div>
      )}
      <MessageAttachments attachments={attachments} />
    </>
  );
}

function Missing({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex max-w-full gap-2 rounded-lg border border-dashed px-3 py-2 text-soft">
      {icon}
      {children}
    </p>
  );
}
