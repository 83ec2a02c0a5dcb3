"use client";

import { Pencil, RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Message, MessageError } from "@/lib/api/schemas/inbox";
import { draftStore } from "./draft-store";
import type { OutgoingMessage, ThreadItem } from "./merge-optimistic";
import { useRetryDelivery } from "./use-retry-delivery";

type MessageFailureProps = {
  item: ThreadItem;
  onRetry: (message: OutgoingMessage) => void;
  onDiscard: (clientId: string) => void;
};

/** Why a message did not go out, or may not have, and what can be done about it. */
export function MessageFailure({ item, onRetry, onDiscard }: MessageFailureProps) {
  return (
    <div className="mt-1 flex max-w-[min(36rem,85%)] flex-col items-end gap-1.5 px-1 text-right text-xs">
      {item.outgoing ? (
        <NotReached outgoing={item.outgoing} onRetry={onRetry} onDiscard={onDiscard} />
      ) : (
        <Refused message={item.message} />
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
        <Button size="sm" onClick={edit}>
          <Pencil aria-hidden="true" />
          {t("edit")}
        </Button>
        <CopyButton size="sm" text={outgoing.text} label={t("copyText")} />
      </div>
    </>
  );
}

/** The desk has it; Meta did not take it, or did not say. */
function Refused({ message }: { message: Message }) {
  const t = useTranslations("inbox.failure");
  const retry = useRetryDelivery(message);
  const { error } = message;
  const isUnconfirmed = message.status === "unconfirmed";
  return (
    <>
      {(isUnconfirmed || error) && (
        <div>
          <p className={isUnconfirmed ? "font-medium text-warn" : "font-medium text-bad"}>
            {isUnconfirmed ? t("unconfirmedTitle") : error?.title}
          </p>
          <p className="text-soft">{isUnconfirmed ? t("unconfirmedBody") : error?.advice}</p>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-1.5">
        {error && (error.retryable || isUnconfirmed) && (
          <Button size="sm" pending={retry.isPending} onClick={() => retry.mutate()}>
            <RotateCw aria-hidden="true" />
            {t("retry")}
          </Button>
        )}
        {message.text !== null && <CopyButton size="sm" text={message.text} label={t("copyText")} />}
      </div>
      {error && <FailureDetails error={error} />}
    </>
  );
}

function FailureDetails({ error }: { error: MessageError }) {
  const t = useTranslations("inbox.failure");
  const facts = [
    { name: t("said"), value: error.message },
    { name: t("code"), value: error.code },
    { name: t("subcode"), value: error.subcode },
    { name: t("trace"), value: error.fbtraceId },
  ];
  return (
    <details className="max-w-full text-soft">
      <summary className="max-md:py-3">{t("details")}</summary>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 rounded-md border bg-surface px-3 py-2 text-left">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="font-mono break-words text-ink">{value === null || value === "" ? t("none") : value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
