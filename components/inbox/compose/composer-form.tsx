"use client";

import { SendHorizontal } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/textarea";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import { draftStore } from "../draft-store";
import { type SendKey, sendsMessage } from "../send-key";
import { TOUCH, TWO_PANES, useMediaQuery } from "../use-media-query";
import { useTyping } from "../use-typing";
import { AttachButton } from "./attach-button";
import type { ComposerDialog } from "./composer-dialogs";
import { ComposerExtras } from "./composer-extras";
import { ComposerMenu } from "./composer-menu";
import { EmojiButton } from "./emoji-button";
import { measureText } from "./measure-text";
import { pastedFiles } from "./pasted-files";
import { REPLY_FIELD_ID } from "./reply-field-id";
import { toHeldBack } from "./to-held-back";
import { type MessageToSend, type ReadyFile, toMessages } from "./to-messages";
import type { useAttachments } from "./use-attachments";
import { useDraft } from "./use-draft";

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
  const tAttachments = useTranslations("attachments.heldBack");
  const counterId = useId();
  const heldBackId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const extras = useRef<HTMLDivElement>(null);
  const [editsQuickReplies, setEditsQuickReplies] = useState(false);
  const isTouch = useMediaQuery(TOUCH);
  const draft = useDraft(conversation.id);
  const typing = useTyping(conversation);
  const { quoted } = draft;
  const change = (changes: Parameters<typeof draftStore.change>[1]) => draftStore.change(conversation.id, changes);

  const measure = measureText(draft.text.trim(), conversation.channel);
  const isCounted = measure.used >= measure.limit * COUNTER_FROM;
  const files = attachments.items.flatMap(toReadyFile);
  const heldBack = toHeldBack(attachments.items);
  const messages = toMessages(draft, files, canQuote);
  const canSend = messages.length > 0 && measure.over === 0 && heldBack === null;

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

  // A file that cannot go may stand out of sight among others.
  const failedCount = attachments.items.filter(({ state }) => state === "failed").length;
  useEffect(() => {
    if (failedCount > 0) showFailed(extras.current);
  }, [failedCount]);

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
    if (heldBack !== null) showFailed(extras.current);
    if (!canSend) return;
    onSend(messages);
    change({ text: "", quickReplies: [], quoted: null });
    attachments.clear();
    typing.onSent();
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
      className="flex min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ComposerExtras
        ref={extras}
        conversation={conversation}
        attachments={attachments}
        canQuote={canQuote}
        editsQuickReplies={editsQuickReplies}
        onEditQuickReplies={() => setEditsQuickReplies(true)}
        onQuickRepliesDone={() => {
          setEditsQuickReplies(false);
          field.current?.focus();
        }}
      />
      <div className="flex shrink-0 flex-wrap items-end gap-1">
        <Textarea
          ref={field}
          id={REPLY_FIELD_ID}
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
          className="max-h-[min(15rem,30dvh)] min-h-10 flex-1 px-3 py-2 text-base max-md:min-h-11 max-md:basis-full max-md:text-lg"
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
        <Button
          type="submit"
          variant="primary"
          // Pressed, it shows which file it waits for.
          disabled={!canSend && heldBack === null}
          aria-disabled={heldBack !== null || undefined}
          aria-describedby={heldBack !== null ? heldBackId : undefined}
          className="ml-1 h-10"
        >
          <SendHorizontal aria-hidden="true" />
          <span className="max-md:sr-only">{t("send")}</span>
        </Button>
      </div>
      <p
        id={heldBackId}
        role="status"
        className={cn(
          "mt-1 shrink-0 text-right text-xs [overflow-wrap:anywhere] empty:mt-0",
          heldBack?.reason === "uploading" ? "text-soft" : "font-medium text-bad",
        )}
      >
        {heldBack !== null && tAttachments(heldBack.reason, heldBack)}
      </p>
      {isCounted && (
        <p
          id={counterId}
          role={measure.over > 0 ? "alert" : undefined}
          className={cn("mt-1 shrink-0 text-xs", measure.over > 0 ? "font-medium text-bad" : "text-soft")}
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

function showFailed(within: HTMLElement | null) {
  within?.querySelector("[data-state=failed]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function toReadyFile({
  type,
  filename,
  attachmentId,
  previewUrl,
}: Pick<ReadyFile, "type" | "filename" | "previewUrl"> & { attachmentId: string | null }): ReadyFile[] {
  return attachmentId === null ? [] : [{ type, filename, attachmentId, previewUrl }];
}
