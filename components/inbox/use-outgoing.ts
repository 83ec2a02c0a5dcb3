"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { fetchJson } from "@/components/fetch-json";
import { useErrorText } from "@/components/use-error-text";
import type { Message } from "@/lib/api/schemas/inbox";
import { keepPreview } from "./compose/local-previews";
import type { MessageToSend } from "./compose/to-messages";
import { inboxJournal } from "./inbox-journal";
import type { OutgoingMessage } from "./merge-optimistic";
import { outgoingStore } from "./outgoing-store";

const NONE: readonly OutgoingMessage[] = [];
/** Replies of one conversation go to the server one after the other, so that they arrive in the order written. */
const queues = new Map<string, Promise<void>>();

/** Replies of a conversation that are on their way to the server, and what can be done with them. */
export function useOutgoing(conversationId: string) {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const outgoing = useSyncExternalStore(
    outgoingStore.subscribe,
    () => outgoingStore.read(conversationId),
    () => NONE,
  );

  const deliver = useCallback(
    (message: OutgoingMessage) => {
      const waiting: OutgoingMessage = { ...message, state: "sending", problem: null };
      const post = () =>
        fetchJson<{ message: Message }>(`/api/conversations/${encodeURIComponent(conversationId)}/messages`, {
          method: "POST",
          json: { ...waiting.content, clientId: waiting.clientId },
        });
      // Asked before anything is drawn: a reply does not wait for the screen.
      const asked = queues.get(conversationId)?.then(post) ?? post();
      outgoingStore.put(waiting);
      const sent = asked
        .then(
          (answer) => {
            inboxJournal(queryClient).apply([{ kind: "answer", message: answer.message }]);
            outgoingStore.remove(conversationId, [waiting.clientId]);
          },
          (error: unknown) => outgoingStore.put({ ...waiting, state: "failed", problem: errorText(error) }),
        )
        .finally(() => {
          if (queues.get(conversationId) === sent) queues.delete(conversationId);
        });
      queues.set(conversationId, sent);
    },
    [conversationId, queryClient, errorText],
  );

  /** Shows a new reply at once and sends it. */
  const send = useCallback(
    ({ content, shown, previewUrl }: MessageToSend, afterSentAt: number | null) => {
      const clientId = newClientId();
      if (previewUrl !== null) keepPreview(clientId, previewUrl);
      deliver({
        clientId,
        conversationId,
        content,
        text: shown.text ?? "",
        shown,
        createdAt: Date.now(),
        afterSentAt,
        state: "sending",
        problem: null,
      });
    },
    [conversationId, deliver],
  );

  const discard = useCallback(
    (clientIds: readonly string[]) => outgoingStore.remove(conversationId, clientIds),
    [conversationId],
  );

  /** `retry` sends again under the same `clientId`: however often it is tried, the person gets it once. */
  return { outgoing, send, retry: deliver, discard };
}

function newClientId(): string {
  // `randomUUID` is missing where the desk is opened by plain http from another machine.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
