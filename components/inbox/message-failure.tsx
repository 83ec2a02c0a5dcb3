"use client";

import { Pencil, RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { draftStore } from "./draft-store";
import type { OutgoingMessage, ThreadItem } from "./merge-optimistic";
import { RefusedMessage, UnconfirmedMessage } from "./refused-message";

type MessageFailureProps = {
  item: ThreadItem;
  onRetry: (message: OutgoingMessage) => void;
  onDiscard: (clientId: string) => void;
};

/** Why a message did not go out, or may not have, and what can be done about it. */
export function MessageFailure({ item, onRetry, onDiscard }: MessageFailureProps) {
  const { message } = item;
  return (
    <div className="mt-1 flex max-w-[min(36rem,85%)] flex-col items-end gap-1.5 px-1 text-right text-xs">
      {item.outgoing ? (
        <NotReached outgoing={item.outgoing} onRetry={onRetry} onDiscard={onDiscard} />
      ) : message.status === "unconfirmed" ? (
        <UnconfirmedMessage message={message} />
      ) : (
        message.error && <RefusedMessage message={message} error={message.error} />
      )}
    </div>
  );
}

/** It is still only in this browser. */
function NotReached({
  outgoing,
  onRetry,
  onDiscard,
}: { outgoing: OutgoingMessage } & Omit<MessageFailureProps, "item">) {
  const t = useTranslations("inbox.failure");
  const problem = outgoing.problem ?? { title: t("interruptedTitle"), detail: t("interruptedBody") };

  function edit() {
    const draft = draftStore.read(outgoing.conversationId);
    draftStore.write(outgoing.conversationId, draft.trim() === "" ? outgoing.text : `${outgoing.text}\n${draft}`);
    onDiscard(outgoing.clientId);
  }

  return (
    <>
      <div>
        <p className="font-medium text-bad">{problem.title}</p>
        <p className="text-soft">{problem.detail}</p>
      </div>
      <div className="flex flex-wrap justify-end gap-1.5">
        <Button size="sm" onClick={() => onRetry(outgoing)}>
          <RotateCw aria-hidden="true" />
          {t("retry")}
        </Button>
        {outgoing.content.text !== undefined && (
          <Button size="sm" onClick={edit}>
            <Pencil aria-hidden="true" />
            {t("edit")}
          </Button>
        )}
        {outgoing.text !== "" && <CopyButton size="sm" text={outgoing.text} label={t("copyText")} />}
      </div>
    </>
  );
}
