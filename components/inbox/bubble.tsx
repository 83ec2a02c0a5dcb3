"use client";

import { MousePointerClick } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { BubbleContent } from "./bubble-content";
import { BubbleMeta } from "./bubble-meta";
import { CancelQueued } from "./cancel-queued";
import { ReplyQuoteButton } from "./compose/reply-quote-button";
import { EditHistory } from "./edit-history";
import type { OutgoingMessage, ThreadItem } from "./merge-optimistic";
import { MessageFailure } from "./message-failure";
import { MessageOrigin } from "./message-origin";
import { PayloadLink } from "./payload-link";
import { ReactButton } from "./react-button";
import { ReactionBadge } from "./reaction-badge";
import { useThreadFrame } from "./thread-frame";
import { useThreadTime } from "./thread-time";

type BubbleProps = {
  item: ThreadItem;
  isFirstOfGroup: boolean;
  isLastOfGroup: boolean;
  /** Who held the thread when it came to look on only; null when that is not known. */
  ownerAppId: string | null;
  onRetry: (message: OutgoingMessage) => void;
  onDiscard: (clientId: string) => void;
};

/** What one of them said: the person at the left, this side at the right. */
export function Bubble({ item, isFirstOfGroup, isLastOfGroup, ownerAppId, ...actions }: BubbleProps) {
  const t = useTranslations("inbox.thread");
  const time = useThreadTime();
  const { customerName, channel } = useThreadFrame();
  const { message } = item;
  const isOurs = message.direction === "out";
  const hasFailed = message.status === "failed" || message.status === "unconfirmed";
  const author = isOurs
    ? (message.authorName ?? t(`author.${message.author as OurAuthor}`, { channel }))
    : customerName;
  return (
    <div
      className={cn(
        "group/bubble flex flex-col",
        isOurs ? "items-end" : "items-start",
        isLastOfGroup || hasFailed ? "pb-3" : "pb-0.5",
      )}
    >
      <p className="sr-only">{t("saidAt", { name: author, time: time.exact(message.sentAt) })}</p>
      <MessageOrigin message={message} />
      <div
        className={cn("flex w-full min-w-0 items-end gap-1 max-md:gap-0", isOurs && "flex-row-reverse")}
        title={time.exact(message.sentAt)}
      >
        <div
          className={cn(
            "relative flex max-w-[min(36rem,85%)] min-w-0 flex-col gap-1",
            isOurs ? "items-end" : "items-start",
          )}
        >
          <BubbleContent
            message={message}
            isFirstOfGroup={isFirstOfGroup}
            isLastOfGroup={isLastOfGroup}
            isSending={item.outgoing?.state === "sending"}
          />
          <ReactionBadge message={message} isOurs={isOurs} />
        </div>
        <ReplyQuoteButton
          message={message}
          className="opacity-0 transition-opacity group-hover/bubble:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-60"
        />
        {!isOurs && (
          <ReactButton
            message={message}
            className="opacity-0 transition-opacity group-hover/bubble:opacity-100 focus-visible:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-60"
          />
        )}
        <PayloadLink
          variant="icon"
          notificationId={message.notificationId}
          className="my-0 grid size-8 shrink-0 place-items-center rounded-md p-0 opacity-0 transition-opacity group-hover/bubble:opacity-100 hover:bg-hover focus-visible:opacity-100 pointer-coarse:hidden"
        />
      </div>
      {!isOurs && message.payload !== null && message.unsentAt === null && (
        <p className="flex items-center gap-1 px-1 text-xs text-soft">
          <MousePointerClick aria-hidden="true" className="size-3.5" />
          {t("quickReply")}
        </p>
      )}
      <EditHistory earlierTexts={message.earlierTexts} isOurs={isOurs} />
      {(isLastOfGroup || hasFailed) && (
        <BubbleMeta message={message} author={isOurs ? author : null} ownerAppId={ownerAppId} />
      )}
      {hasFailed && <MessageFailure item={item} {...actions} />}
      {message.status === "queued" && <CancelQueued message={message} />}
    </div>
  );
}

type OurAuthor = Exclude<Message["author"], "customer">;
