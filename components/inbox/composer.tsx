"use client";

import { SendHorizontal } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/textarea";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { draftStore } from "./draft-store";
import { readSendKey, type SendKey, sendsMessage, storeSendKey } from "./send-key";
import { SendKeyMenu } from "./send-key-menu";
import { TOUCH, TWO_PANES, useMediaQuery } from "./use-media-query";
import { WindowNote } from "./window-note";

const COUNTER_FROM = 1800;

type ComposerProps = {
  conversation: Conversation;
  /** Takes the reply without surrounding white space. */
  onSend: (text: string) => void;
};

/** Where a reply is written. What is in it is kept with every key press. */
export function Composer({ conversation, onSend }: ComposerProps) {
  const t = useTranslations("inbox.composer");
  const counterId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [sendKey, setSendKey] = useState<SendKey>(readSendKey);
  const isTouch = useMediaQuery(TOUCH);
  const draft = useSyncExternalStore(
    draftStore.subscribe,
    () => draftStore.read(conversation.id),
    () => "",
  );
  const text = draft.trim();
  const over = text.length - LIMITS.textCharacters;
  const canSend = text !== "" && over <= 0;

  // Opening a conversation means answering it; on a phone the keyboard would cover what there is to answer.
  useEffect(() => {
    if (window.matchMedia(TWO_PANES).matches && !window.matchMedia(TOUCH).matches) {
      field.current?.focus({ preventScroll: true });
    }
  }, []);

  function send() {
    if (!canSend) return;
    onSend(text);
    draftStore.write(conversation.id, "");
    field.current?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent) {
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
      className="shrink-0 border-t bg-surface px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-md:px-3"
    >
      <div className="mb-1.5 flex items-start gap-3">
        <WindowNote window={conversation.window} />
        <SendKeyMenu
          sendKey={sendKey}
          onChange={(next) => {
            setSendKey(next);
            storeSendKey(next);
          }}
        />
      </div>
      <div className="flex items-end gap-2">
        <Textarea
          ref={field}
          dir="auto"
          aria-label={t("label")}
          aria-describedby={text.length >= COUNTER_FROM ? counterId : undefined}
          aria-invalid={over > 0 || undefined}
          placeholder={t("placeholder")}
          // For browsers that cannot size a field by its content.
          rows={Math.min(8, draft.split("\n").length)}
          value={draft}
          onChange={(event) => draftStore.write(conversation.id, event.target.value)}
          onKeyDown={onKeyDown}
          enterKeyHint={isTouch ? "enter" : "send"}
          className="max-h-[min(15rem,35dvh)] min-h-10 flex-1 px-3 py-2 text-base max-md:min-h-11 max-md:text-lg"
        />
        <Button type="submit" variant="primary" disabled={!canSend} className="h-10">
          <SendHorizontal aria-hidden="true" />
          <span className="max-md:sr-only">{t("send")}</span>
        </Button>
      </div>
      {text.length >= COUNTER_FROM && (
        <p
          id={counterId}
          role={over > 0 ? "alert" : undefined}
          className={cn("mt-1 text-xs", over > 0 ? "font-medium text-bad" : "text-soft")}
        >
          {t("counter", { count: text.length, limit: LIMITS.textCharacters })}
          {over > 0 && ` · ${t("tooLong", { over, limit: LIMITS.textCharacters })}`}
        </p>
      )}
    </form>
  );
}
