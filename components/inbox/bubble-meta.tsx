"use client";

import {
  Bot,
  Check,
  CheckCheck,
  CircleAlert,
  CircleHelp,
  Clock,
  ExternalLink,
  Eye,
  Inbox,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { Message, MessageStatus } from "@/lib/api/schemas/inbox";
import { PayloadLink } from "./payload-link";
import { useThreadFrame } from "./thread-frame";
import { useThreadTime } from "./thread-time";
import { useOwnerName } from "./use-owner-name";

const STATUS_ICONS: Partial<Record<MessageStatus, LucideIcon>> = {
  queued: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
  unconfirmed: CircleHelp,
};

const AUTHOR_ICONS: Partial<Record<Message["author"], LucideIcon>> = {
  bot: Bot,
  page_inbox: Inbox,
  other_app: ExternalLink,
};

type BubbleMetaProps = {
  message: Message;
  author: string | null;
  /** Who held the thread when it came to look on only; null when that is not known. */
  ownerAppId: string | null;
};

const ICON_STYLE = "mr-1 inline size-3.5 align-[-0.2em]";

/** Under the last bubble of a group: who of us wrote it, when, and how far it got. */
export function BubbleMeta({ message, author, ownerAppId }: BubbleMetaProps) {
  const t = useTranslations("inbox");
  const tSending = useTranslations("sending");
  const time = useThreadTime();
  const { channel } = useThreadFrame();
  const owner = useOwnerName(channel, ownerAppId);
  const AuthorIcon = AUTHOR_ICONS[message.author];
  const StatusIcon = STATUS_ICONS[message.status];
  // A person's name does not say that it was written elsewhere.
  const isMarked = AuthorIcon !== undefined && message.authorName !== null;
  // Where nothing can hover, one for the group.
  const payloadLink = (
    <PayloadLink variant="icon" notificationId={message.notificationId} className="not-pointer-coarse:hidden" />
  );
  return (
    <p
      className={cn(
        "mt-1 max-w-[min(36rem,85%)] px-1 text-xs text-soft [overflow-wrap:anywhere]",
        message.direction === "out" && "text-right",
      )}
    >
      {author !== null && (
        <>
          {AuthorIcon && <AuthorIcon aria-hidden="true" className={ICON_STYLE} />}
          <bdi>{author}</bdi>
          {isMarked && <span> · {t(`thread.author.${message.author as "bot"}`, { channel })}</span>}
        </>
      )}
      {/* Short things go to the next line with what they follow, not alone. */}
      <span className="whitespace-nowrap">
        {author !== null && <Dot />}
        <time dateTime={new Date(message.sentAt).toISOString()} title={time.exact(message.sentAt)}>
          {time.clock(message.sentAt)}
        </time>
        {message.direction === "out" && (
          <>
            <Dot />
            <span
              className={cn(
                message.status === "read" && "text-accent",
                message.status === "failed" && "font-medium text-bad",
                message.status === "unconfirmed" && "font-medium text-warn",
              )}
            >
              {message.status === "sending" && <Spinner className={ICON_STYLE} />}
              {StatusIcon && <StatusIcon aria-hidden="true" className={ICON_STYLE} />}
              {t(`status.${message.status}`)}
            </span>
          </>
        )}
        {message.way !== null && message.way !== "response" && (
          <>
            <Dot />
            <span title={tSending(`wayHint.${message.way}`)}>{tSending(`way.${message.way}`)}</span>
          </>
        )}
        {!message.isStandby && <>&nbsp;{payloadLink}</>}
      </span>
      {message.isStandby && (
        <>
          <Dot />
          <Eye aria-hidden="true" className={ICON_STYLE} />
          <span>{t("thread.standby", { owner })}</span>
          <span className="whitespace-nowrap">&nbsp;{payloadLink}</span>
        </>
      )}
    </p>
  );
}

/** Never the first thing of a line. */
function Dot() {
  return <span aria-hidden="true">&nbsp;· </span>;
}
