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

/** Under the last bubble of a group: who of us wrote it, when, and how far it got. */
export function BubbleMeta({ message, author }: { message: Message; author: string | null }) {
  const t = useTranslations("inbox");
  const time = useThreadTime();
  const { standbyOwner } = useThreadFrame();
  const AuthorIcon = AUTHOR_ICONS[message.author];
  const StatusIcon = STATUS_ICONS[message.status];
  // A person's name does not say that it was written elsewhere.
  const mark = AuthorIcon && message.authorName !== null ? t(`thread.author.${message.author as "bot"}`) : null;
  return (
    <p
      className={cn(
        "mt-1 flex max-w-[min(36rem,85%)] flex-wrap items-center gap-x-1.5 px-1 text-xs text-soft",
        message.direction === "out" && "justify-end",
      )}
    >
      {author !== null && (
        <span className="flex items-center gap-1">
          {AuthorIcon && <AuthorIcon aria-hidden="true" className="size-3.5" />}
          <bdi>{author}</bdi>
          {mark !== null && ` · ${mark}`}
        </span>
      )}
      {author !== null && <span aria-hidden="true">·</span>}
      <time dateTime={new Date(message.sentAt).toISOString()} title={time.exact(message.sentAt)}>
        {time.clock(message.sentAt)}
      </time>
      {message.direction === "out" && (
        <>
          <span aria-hidden="true">·</span>
          <span
            className={cn(
              "flex items-center gap-1",
              message.status === "read" && "text-accent",
              message.status === "failed" && "font-medium text-bad",
              message.status === "unconfirmed" && "font-medium text-warn",
            )}
          >
            {message.status === "sending" && <Spinner className="size-3.5" />}
            {StatusIcon && <StatusIcon aria-hidden="true" className="size-3.5" />}
            {t(`status.${message.status}`)}
          </span>
        </>
      )}
      {message.isStandby && (
        <>
          <span aria-hidden="true">·</span>
          <span className="flex items-center gap-1">
            <Eye aria-hidden="true" className="size-3.5" />
            {t("thread.standby", { owner: standbyOwner })}
          </span>
        </>
      )}
      {/* Where nothing can hover, one for the group. */}
      <PayloadLink variant="icon" notificationId={message.notificationId} className="not-pointer-coarse:hidden" />
    </p>
  );
}
