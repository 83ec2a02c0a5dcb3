"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { AttachmentDrop } from "./compose/attachment-drop";
import { useAttachments } from "./compose/use-attachments";
import { Composer } from "./composer";
import { ContextPane } from "./context-pane";
import { isAnsweredElsewhere } from "./is-answered-elsewhere";
import { mergeOptimistic } from "./merge-optimistic";
import { messagesQuery } from "./messages-query";
import { PageBanner } from "./page-banner";
import { StandbyNote } from "./standby-note";
import { Thread } from "./thread";
import { ThreadHeader } from "./thread-header";
import { useDisplayName } from "./use-display-name";
import { useOutgoing } from "./use-outgoing";
import { useOwnerName } from "./use-owner-name";

const ContextDialog = lazy(() => import("./context-dialog"));

/** Puts together what the server knows of a conversation and what is still on its way from here. */
export function OpenConversation({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("inbox.context");
  const name = useDisplayName()(conversation);
  const ownerName = useOwnerName(conversation.channel, conversation.owner?.appId ?? null);
  const [showsContext, setShowsContext] = useState(false);
  const thread = useInfiniteQuery(messagesQuery(conversation.id));
  const { outgoing, send, retry, discard } = useOutgoing(conversation.id);

  const { add: addFiles } = useAttachments(conversation);
  const mayWrite = useMayDo("conversations:write");

  const messages = useMemo(
    () => (thread.data?.pages ?? []).flatMap((page) => page.messages).toReversed(),
    [thread.data],
  );
  const items = useMemo(() => mergeOptimistic(messages, outgoing), [messages, outgoing]);
  const isComplete = thread.data !== undefined && !thread.hasNextPage;

  // The server has it, so it is no longer ours to keep (its answer may have been lost on the way).
  useEffect(() => {
    const arrived = outgoing.filter(({ clientId }) => messages.some((message) => message.clientId === clientId));
    if (arrived.length > 0) discard(arrived.map(({ clientId }) => clientId));
  }, [outgoing, messages, discard]);

  const context = (
    <ContextPane conversation={conversation} firstActivityAt={isComplete ? (messages[0]?.sentAt ?? null) : null} />
  );
  return (
    <>
      <section aria-label={name} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <ThreadHeader conversation={conversation} onShowContext={() => setShowsContext(true)} />
        <Thread
          conversation={conversation}
          query={thread}
          items={items}
          onRetry={retry}
          onDiscard={(clientId) => discard([clientId])}
        />
        <PageBanner
          pageId={conversation.pageId}
          otherwise={!mayWrite && isAnsweredElsewhere(conversation, messages) && <StandbyNote owner={ownerName} />}
        />
        <AttachmentDrop onFiles={addFiles} disabled={!mayWrite || conversation.isStandby} />
        <Composer
          conversation={conversation}
          onSend={(written) => {
            for (const message of written) send(message, messages.at(-1)?.sentAt ?? null);
          }}
        />
      </section>
      <aside
        aria-label={t("label", { name })}
        className="hidden w-75 shrink-0 overflow-y-auto border-l bg-surface xl:block"
      >
        {context}
      </aside>
      {showsContext && (
        <Suspense>
          <ContextDialog onClose={() => setShowsContext(false)}>{context}</ContextDialog>
        </Suspense>
      )}
    </>
  );
}
