"use client";

import { useState } from "react";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { ComposerBlocked } from "./compose/composer-blocked";
import { type ComposerDialog, ComposerDialogs } from "./compose/composer-dialogs";
import { ComposerForm } from "./compose/composer-form";
import type { MessageToSend } from "./compose/to-messages";
import { toShown } from "./compose/to-shown";
import { useAttachments } from "./compose/use-attachments";
import { useComposerState } from "./compose/use-composer-state";
import { useDraft } from "./compose/use-draft";
import { readSendKey, type SendKey, storeSendKey } from "./send-key";
import { SendKeyMenu } from "./send-key-menu";
import { WindowNote } from "./window-note";

type ComposerProps = {
  conversation: Conversation;
  /** Takes one message or more, in the order they go out. */
  onSend: (messages: readonly MessageToSend[]) => void;
};

/** Where a reply is written, or why none can be. What is in it is kept with every key press. */
export function Composer({ conversation, onSend }: ComposerProps) {
  const [sendKey, setSendKey] = useState<SendKey>(readSendKey);
  const [dialog, setDialog] = useState<ComposerDialog | null>(null);
  const { decision, next, refusal, canQuote, page } = useComposerState(conversation);
  const draft = useDraft(conversation.id);
  const attachments = useAttachments(conversation);
  return (
    <div className="flex min-h-0 flex-col border-t bg-surface px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-md:px-3">
      {refusal === null && decision.way !== "refused" ? (
        <>
          <div className="mb-1 flex shrink-0 items-start gap-3">
            <WindowNote decision={decision} next={next} humanAgent={page?.capabilities.humanAgent ?? "unknown"} />
            <SendKeyMenu
              sendKey={sendKey}
              onChange={(next) => {
                setSendKey(next);
                storeSendKey(next);
              }}
            />
          </div>
          <ComposerForm
            conversation={conversation}
            attachments={attachments}
            capabilities={page?.capabilities}
            canQuote={canQuote}
            sendKey={sendKey}
            onOpen={setDialog}
            onSend={onSend}
          />
        </>
      ) : (
        refusal !== null && (
          <ComposerBlocked conversation={conversation} refusal={refusal} draft={draft.text} onOpen={setDialog} />
        )
      )}
      <ComposerDialogs
        dialog={dialog}
        conversation={conversation}
        onClose={() => setDialog(null)}
        onSend={(content, preview) => {
          const shown = toShown(content, preview === undefined ? {} : { text: preview });
          onSend([{ content, shown, previewUrl: null }]);
        }}
      />
    </div>
  );
}
