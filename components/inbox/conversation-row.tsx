"use client";

import {
  AudioLines,
  Ban,
  CircleAlert,
  EyeOff,
  File,
  Image,
  type LucideIcon,
  Paperclip,
  Sticker,
  Video,
} from "lucide-react";
import { type MouseEvent, memo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { CountBadge } from "@/components/ui/count-badge";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { ChannelMark } from "./channel-mark";
import { draftStore } from "./draft-store";
import { useDisplayName } from "./use-display-name";

type ConversationRowProps = {
  conversation: Conversation;
  pageName: string;
  href: string;
  isOpen: boolean;
  /** Whether Tab stops here: one row of the list, the arrow keys do the rest. */
  isTabStop: boolean;
  onOpen: (conversationId: string) => void;
};

export const ConversationRow = memo(function ConversationRow({
  conversation,
  pageName,
  href,
  isOpen,
  isTabStop,
  onOpen,
}: ConversationRowProps) {
  const t = useTranslations("inbox.list");
  const name = useDisplayName()(conversation);
  const isUnread = conversation.unreadCount > 0;

  function open(event: MouseEvent) {
    // New tab, new window, download: the browser's own business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(conversation.id);
  }

  return (
    <a
      href={href}
      onClick={open}
      tabIndex={isTabStop ? 0 : -1}
      data-conversation-id={conversation.id}
      aria-current={isOpen ? "true" : undefined}
      className="flex h-14 items-center gap-2.5 px-3 outline-offset-[-2px] transition-colors hover:bg-hover aria-[current=true]:bg-accent-tint"
    >
      <span className="relative shrink-0" title={pageName}>
        <Avatar name={name} src={conversation.pictureUrl} hueFrom={conversation.psid} />
        <PageDot pageId={conversation.pageId} className="absolute -right-0.5 -bottom-0.5 size-3 ring-2 ring-surface" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <bdi className={cn("flex-1 truncate text-left", isUnread ? "font-semibold" : "font-medium")}>{name}</bdi>
          <span className="sr-only">{t("onPage", { page: pageName })}</span>
          <ChannelMark channel={conversation.channel} />
          <RelativeTime at={conversation.lastActivityAt} format="short" className="shrink-0 text-xs text-soft" />
        </span>
        <span className="flex items-center gap-2">
          <Preview conversation={conversation} isOpen={isOpen} />
          <CountBadge count={conversation.unreadCount} label={t("unreadCount", { count: conversation.unreadCount })} />
        </span>
      </span>
    </a>
  );
});

const KIND_ICONS: Partial<Record<Conversation["previewKind"], LucideIcon>> = {
  image: Image,
  audio: AudioLines,
  video: Video,
  file: File,
  sticker: Sticker,
  attachment: Paperclip,
  unsupported: EyeOff,
  unsent: Ban,
};

function Preview({ conversation, isOpen }: { conversation: Conversation; isOpen: boolean }) {
  const t = useTranslations("inbox.list");
  const { id, preview, previewKind, previewDirection, unreadCount, hasFailed } = conversation;
  const draft = useSyncExternalStore(
    draftStore.subscribe,
    () => draftStore.read(id),
    () => "",
  );
  const Icon = KIND_ICONS[previewKind];
  const style = cn("flex min-w-0 flex-1 items-center gap-1", unreadCount > 0 ? "text-ink" : "text-soft");
  if (draft.trim() !== "" && !isOpen) {
    return (
      <span className={style}>
        <span className="shrink-0 font-medium text-warn">{t("draft")}</span>
        <bdi className="truncate text-left">{draft}</bdi>
      </span>
    );
  }
  return (
    <span className={style}>
      {hasFailed && (
        <>
          <CircleAlert aria-hidden="true" className="size-3.5 shrink-0 text-bad" />
          <span className="sr-only">{t("notSent")}</span>
        </>
      )}
      {previewDirection === "out" && previewKind !== "none" && <span className="shrink-0">{t("you")}</span>}
      {Icon && <Icon aria-hidden="true" className="size-3.5" />}
      <bdi className="truncate text-left">
        {preview === "" && previewKind !== "text" ? t(`kind.${previewKind}`) : preview}
      </bdi>
    </span>
  );
}
