"use client";

import { MousePointerClick } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { BubbleMeta } from "./bubble-meta";
import { isEmojiOnly } from "./is-emoji-only";
import type { OutgoingMessage, ThreadItem } from "./merge-optimistic";
import { MessageAttachments } from "./message-attachments";
import { MessageFailure } from "./message-failure";
import { MessageText } from "./message-text";
import { QuotedMessage } from "./quoted-message";
import { useThreadTime } from "./thread-time";

type BubbleProps = {
  item: ThreadItem;
  isFirstOfGroup: boolean;
  isLastOfGroup: boolean;
  customerName: string;
  repliedTo: Message | undefined;
  onRetry: (message: OutgoingMessage) => void;
  onDiscard: (clientId: string) => void;
};

/** What one of them said: the person at the left, this side at the right. */
export function Bubble({ item, isFirstOfGroup, isLastOfGroup, customerName, repliedTo, ...actions }: BubbleProps) {
  const t = useTranslations("inbox.thread");
  const time = useThreadTime();
  const { message } = item;
  const isOurs = message.direction === "out";
  const hasFailed = message.status === "failed" || message.status === "unconfirmed";
  const isLarge = message.text !== null && isEmojiOnly(message.text) && !hasFailed;
  const author = isOurs ? (message.authorName ?? t(`author.${message.author as OurAuthor}`)) : customerName;
  return (
    <div
      className={cn(
        "flex flex-col",
        isOurs ? "items-end" : "items-start",
        isLastOfGroup || hasFailed ? "pb-3" : "pb-0.5",
      )}
    >
      <p className="sr-only">{t("saidAt", { name: author, time: time.exact(message.sentAt) })}</p>
      {message.replyToMid !== null && <QuotedMessage message={repliedTo} customerName={customerName} />}
      <div
        title={time.exact(message.sentAt)}
        className={cn("flex max-w-[min(36rem,85%)] min-w-0 flex-col gap-1", isOurs ? "items-end" : "items-start")}
      >
        {message.text !== null && message.text !== "" && (
          <div
            className={cn(
              "max-w-full rounded-lg border px-3 py-2 text-base",
              isOurs ? "border-transparent bg-accent-tint" : "bg-surface",
              !isFirstOfGroup && (isOurs ? "rounded-tr-sm" : "rounded-tl-sm"),
              !isLastOfGroup && (isOurs ? "rounded-br-sm" : "rounded-bl-sm"),
              isLarge && "border-transparent bg-transparent px-1 py-0 text-[2rem] leading-tight",
              item.outgoing?.state === "sending" && "text-soft",
              message.status === "failed" && "border-bad bg-surface",
              message.status === "unconfirmed" && "border-dashed border-warn bg-surface",
            )}
          >
            <MessageText text={message.text} />
          </div>
        )}
        <MessageAttachments attachments={message.attachments} />
        {!isOurs && message.payload !== null && (
          <p className="flex items-center gap-1 px-1 text-xs text-soft">
            <MousePointerClick aria-hidden="true" className="size-3.5" />
            {t("quickReply")}
          </p>
        )}
      </div>
      {(isLastOfGroup || hasFailed) && <BubbleMeta message={message} author={isOurs ? author : null} />}
      {hasFailed && <MessageFailure item={item} {...actions} />}
    </div>
  );
}

type OurAuthor = Exclude<Message["author"], "customer">;
