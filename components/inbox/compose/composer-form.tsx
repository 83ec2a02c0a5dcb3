"use client";

import { SendHorizontal } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/textarea";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import { draftStore } from "../draft-store";
import { type SendKey, sendsMessage } from "../send-key";
import { useDisplayName } from "../use-display-name";
import { TOUCH, TWO_PANES, useMediaQuery } from "../use-media-query";
import { useTyping } from "../use-typing";
import { AttachButton } from "./attach-button";
import { AttachmentTray } from "./attachment-tray";
import type { ComposerDialog } from "./composer-dialogs";
import { ComposerMenu } from "./composer-menu";
import { EmojiButton } from "./emoji-button";
import { measureText } from "./measure-text";
import { pastedFiles } from "./pasted-files";
import { ReplyQuote } from "./reply-quote";
import { type MessageToSend, type ReadyFile, toMessages } from "./to-messages";
import type { useAttachments } from "./use-attachments";
import { useDraft } from "./use-draft";

const QuickReplyEditor = lazy(() => import("./quick-reply-editor"));
/** The share of a channel's limit from which it is counted. */
const COUNTER_FROM = 0.9;

type ComposerFormProps = {
  conversation: Conversation;
  attachments: ReturnType<typeof useAttachments>;
  capabilities: Page["capabilities"] | undefined;
  canQuote: boolean;
  sendKey: SendKey;
  onOpen: (dialog: ComposerDialog) => void;
  onSend: (messages: readonly MessageToSend[]) => void;
};

/** The field and everything around it that makes a reply. */
export function ComposerForm({
  conversation,
  attachments,
  capabilities,
  canQuote,
  sendKey,
  onOpen,
  onSend,
}: ComposerFormProps) {
  const t = useTranslations("inbox.composer");
  const tCompose = useTranslations("compose");
  const tAuthor = useTranslations("inbox.thread.author");
  const customerName = useDisplayName()(conversation);
  const counterId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [editsQuickReplies, setEditsQuickReplies] = useState(false);
  const isTouch = useMediaQuery(TOUCH);
  const draft = useDraft(conversation.id);
  const typing = useTyping(conversation);
  const { quoted } = draft;
  const change = (changes: Parameters<typeof draftStore.change>[1]) => draftStore.change(conversation.id, changes);

  const measure = measureText(draft.text.trim(), conversation.channel);
  const isCounted = measure.used >= measure.limit * COUNTER_FROM;
  const files = attachments.items.flatMap(toReadyFile);
  const areFilesReady = files.length === attachments.items.length;
  const messages = toMessages(draft, files, canQuote);
  const canSend = messages.length > 0 && measure.over === 0 && areFilesReady;

  // Opening a conversation means answering it; on a phone the keyboard would cover what there is to answer.
  useEffect(() => {
    if (window.matchMedia(TWO_PANES).matches && !window.matchMedia(TOUCH).matches) {
      field.current?.focus({ preventScroll: true });
    }
  }, []);
  // Whoever quotes a message means to answer it.
  const quotedMid = quoted?.mid ?? null;
  const focusedFor = useRef(quotedMid);
  useEffect(() => {
    if (quotedMid !== null && quotedMid !== focusedFor.current) field.current?.focus();
    focusedFor.current = quotedMid;
  }, [quotedMid]);

  function write(text: string) {
    change({ text });
    if (text.trim() === "") typing.onStopped();
    else typing.onTyped();
  }

  function insert(emoji: string) {
    const { selectionStart = draft.text.length, selectionEnd = selectionStart } = field.current ?? {};
    write(draft.text.slice(0, selectionStart) + emoji + draft.text.slice(selectionEnd));
    const caret = selectionStart + emoji.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  }

  function send() {
    if (!canSend) return;
    onSend(messages);
    change({ text: "", quickReplies: [], quoted: null });
    attachments.clear();
    typing.onStopped();
    setEditsQuickReplies(false);
    field.current?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && quoted !== null) {
      event.stopPropagation();
      change({ quoted: null });
      return;
    }
    // The Enter of an on-screen keyboard is for line breaks: there is no Shift to hold.
    if (!sendsMessage(event.nativeEvent, isTouch ? "mod-enter" : sendKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
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
      {(editsQuickReplies || draft.quickReplies.length > 0) && (
        <Suspense>
          <QuickReplyEditor
            channel={conversation.channel}
            quickReplies={draft.quickReplies}
            onChange={(quickReplies) => change({ quickReplies })}
            onClose={() => {
              change({ quickReplies: [] });
              setEditsQuickReplies(false);
              field.current?.focus();
            }}
          />
        </Suspense>
      )}
      <div className="flex flex-wrap items-end gap-1">
        <Textarea
          ref={field}
          dir="auto"
          aria-label={t("label")}
          aria-describedby={isCounted ? counterId : undefined}
          aria-invalid={measure.over > 0 || undefined}
          placeholder={t("placeholder")}
          // For browsers that cannot size a field by its content.
          rows={Math.min(8, draft.text.split("\n").length)}
          value={draft.text}
          onChange={(event) => write(event.target.value)}
          onPaste={(event) => {
            const pasted = pastedFiles(event.clipboardData);
            if (pasted.length === 0) return;
            event.preventDefault();
            attachments.add(pasted);
          }}
          onKeyDown={onKeyDown}
          enterKeyHint={isTouch ? "enter" : "send"}
          className="max-h-[min(15rem,35dvh)] min-h-10 flex-1 px-3 py-2 text-base max-md:min-h-11 max-md:basis-full max-md:text-lg"
        />
        <div className="flex h-10 items-center max-md:mr-auto md:-order-1">
          <ComposerMenu
            conversation={conversation}
            capabilities={capabilities}
            onOpen={onOpen}
            onQuickReplies={() => setEditsQuickReplies(true)}
          />
        </div>
        <div className="flex h-10 items-center">
          <EmojiButton onPick={insert} />
          <AttachButton channel={conversation.channel} onFiles={attachments.add} />
        </div>
        <Button type="submit" variant="primary" disabled={!canSend} className="ml-1 h-10">
          <SendHorizontal aria-hidden="true" />
          <span className="max-md:sr-only">{t("send")}</span>
        </Button>
      </div>
      {isCounted && (
        <p
          id={counterId}
          role={measure.over > 0 ? "alert" : undefined}
          className={cn("mt-1 text-xs", measure.over > 0 ? "font-medium text-bad" : "text-soft")}
        >
          {measure.unit === "bytes"
            ? tCompose("bytes", { count: measure.used, limit: measure.limit })
            : t("counter", { count: measure.used, limit: measure.limit })}
          {measure.over > 0 &&
            ` · ${measure.unit === "bytes" ? tCompose("tooManyBytes", { over: measure.over, limit: measure.limit }) : t("tooLong", { over: measure.over, limit: measure.limit })}`}
        </p>
      )}
    </form>
  );
}

function toReadyFile({
  type,
  filename,
  attachmentId,
  previewUrl,
}: Pick<ReadyFile, "type" | "filename" | "previewUrl"> & { attachmentId: string | null }): ReadyFile[] {
  return attachmentId === null ? [] : [{ type, filename, attachmentId, previewUrl }];
}
