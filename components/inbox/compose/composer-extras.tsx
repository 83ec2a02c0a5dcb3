"use client";

import { lazy, type Ref, Suspense } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { draftStore } from "../draft-store";
import { useDisplayName } from "../use-display-name";
import { AttachmentTray } from "./attachment-tray";
import { ReplyQuote } from "./reply-quote";
import type { useAttachments } from "./use-attachments";
import { useDraft } from "./use-draft";

const QuickReplyEditor = lazy(() => import("./quick-reply-editor"));

type ComposerExtrasProps = {
  ref: Ref<HTMLDivElement>;
  conversation: Conversation;
  attachments: ReturnType<typeof useAttachments>;
  canQuote: boolean;
  editsQuickReplies: boolean;
  onEditQuickReplies: () => void;
  /** The field is next. */
  onQuickRepliesDone: () => void;
};

/** What goes with the words, above the field: it scrolls by itself, so that the field and the thread keep their room. */
export function ComposerExtras({
  ref,
  conversation,
  attachments,
  canQuote,
  editsQuickReplies,
  onEditQuickReplies,
  onQuickRepliesDone,
}: ComposerExtrasProps) {
  const t = useTranslations("compose.quickReplies");
  const tAuthor = useTranslations("inbox.thread.author");
  const customerName = useDisplayName()(conversation);
  const { quoted, quickReplies } = useDraft(conversation.id);
  const change = (changes: Parameters<typeof draftStore.change>[1]) => draftStore.change(conversation.id, changes);

  function removeAll() {
    change({ quickReplies: [] });
    onQuickRepliesDone();
    toast.good(t("removed", { count: quickReplies.length }), {
      action: { label: t("undo"), onClick: () => change({ quickReplies }) },
    });
  }

  return (
    <div
      ref={ref}
      className="mb-2 flex max-h-[min(18rem,40dvh)] min-h-0 flex-col gap-2 overflow-y-auto overscroll-contain *:shrink-0 empty:hidden"
    >
      {quoted !== null && (
        <ReplyQuote
          quoted={quoted}
          name={quoted.direction === "in" ? customerName : (quoted.authorName ?? tAuthor("desk"))}
          canQuote={canQuote}
          onRemove={() => change({ quoted: null })}
        />
      )}
      <AttachmentTray attachments={attachments} />
      {(editsQuickReplies || quickReplies.length > 0) && (
        <Suspense>
          <QuickReplyEditor
            channel={conversation.channel}
            quickReplies={quickReplies}
            isOpen={editsQuickReplies}
            onChange={(changed) => change({ quickReplies: changed })}
            onOpen={onEditQuickReplies}
            onClose={onQuickRepliesDone}
            onRemoveAll={removeAll}
          />
        </Suspense>
      )}
    </div>
  );
}
