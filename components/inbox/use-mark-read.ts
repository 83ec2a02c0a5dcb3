"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { fetchJson } from "@/components/fetch-json";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { conversationKey } from "./conversation-queries";
import { inboxJournal } from "./inbox-journal";

/**
 * Tells the server that a conversation has been read, once for each change that made it unread, as soon as `isSeen`.
 * Counts fall at once; when the server cannot be told they come back.
 */
export function useMarkRead(conversation: Conversation, isSeen: boolean): void {
  const queryClient = useQueryClient();
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!isSeen || conversation.unreadCount === 0) return;
    const change = `${conversation.id} ${conversation.lastActivityAt} ${conversation.unreadCount}`;
    if (told.current === change) return;
    told.current = change;
    inboxJournal(queryClient).apply([{ kind: "conversation", conversation: { ...conversation, unreadCount: 0 } }]);
    const path = `/api/conversations/${encodeURIComponent(conversation.id)}/read`;
    fetchJson<void>(path, { method: "POST" }).catch(() => {
      void queryClient.invalidateQueries({ queryKey: ["conversations", "list"] });
      void queryClient.invalidateQueries({ queryKey: conversationKey(conversation.id) });
    });
  }, [conversation, isSeen, queryClient]);
}
