"use client";

import { Ban, EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Attachment, Message } from "@/lib/api/schemas/inbox";
import { withPreview } from "./compose/local-previews";
import { isEmojiOnly } from "./is-emoji-only";
import { MessageAttachments } from "./message-attachments";
import { MessageText } from "./message-text";
import { useThreadFrame } from "./thread-frame";
import { uniqueKeys } from "./unique-keys";

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
  const { status } = message;
  const attachments = withPreview(message).map((each) => (isNotFetched(message, each) ? { ...each, src: null } : each));
  const text = isSaidByAttachment(message) ? null : message.text;
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
  const quickReplyKeys = uniqueKeys(message.quickReplies);
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
      {isOurs && message.quickReplies.length > 0 && (
        <ul aria-label={t("quickReplies")} className="flex max-w-full flex-wrap justify-end gap-1">
          {message.quickReplies.map((title, index) => (
            <li
              key={quickReplyKeys[index]}
              className="max-w-full truncate rounded-full border border-accent px-2.5 py-0.5 text-xs text-accent"
            >
              <bdi>{title}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Until Facebook has fetched it, there is nothing to show of a file at an address but that. */
function isNotFetched({ direction, mid }: Message, { url }: Attachment): boolean {
  return direction === "out" && mid === null && url !== null;
}

/** The text of a template or file is kept for lists and search; in the thread the card has it. */
function isSaidByAttachment({ text, attachments, direction }: Message): boolean {
  return (
    direction === "out" &&
    text !== null &&
    attachments.some(
      ({ title, url, elements }) => text === title || text === url || text === (elements?.[0]?.title ?? null),
    )
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
