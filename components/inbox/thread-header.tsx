"use client";

import { ArrowLeft, Info } from "lucide-react";
import { useTranslations } from "use-intl";
import { LiveBadge } from "@/components/live/live-badge";
import { useLiveStatus } from "@/components/live/live-context";
import { usePageName } from "@/components/pages/use-page-name";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { PageDot } from "@/components/ui/page-dot";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { ChannelMark } from "./channel-mark";
import { ThreadControl } from "./thread-control";
import { useDisplayName } from "./use-display-name";
import { useConversationAddress } from "./use-inbox-location";

/** Who this is, on which Page; on phones the way back too. */
export function ThreadHeader({
  conversation,
  onShowContext,
}: {
  conversation: Conversation;
  onShowContext: () => void;
}) {
  const t = useTranslations("inbox.thread");
  const name = useDisplayName()(conversation);
  const pageName = usePageName()(conversation.pageId);
  const { open } = useConversationAddress();
  const liveStatus = useLiveStatus();
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-b bg-surface pr-2 pl-4 max-md:pl-1">
      <IconButton label={t("back")} onClick={() => open(null)} className="md:hidden" side="bottom">
        <ArrowLeft />
      </IconButton>
      <Avatar name={name} src={conversation.pictureUrl} hueFrom={conversation.psid} className="max-md:hidden" />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-base font-semibold">
          <bdi>{name}</bdi>
        </h2>
        <p className="flex items-center gap-1.5 text-xs text-soft">
          <PageDot pageId={conversation.pageId} />
          <bdi className="truncate">{pageName}</bdi>
          <ChannelMark channel={conversation.channel} className="before:mr-1.5 before:content-['·'/'']" />
        </p>
      </div>
      <ThreadControl conversation={conversation} />
      {/* The bar that carries it is hidden on phones while a thread is open; there is only room for bad news. */}
      <div className="md:hidden">{liveStatus !== "live" && <LiveBadge />}</div>
      <IconButton label={t("details")} onClick={onShowContext} className="xl:hidden" side="bottom">
        <Info />
      </IconButton>
    </header>
  );
}
