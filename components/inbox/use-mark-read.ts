"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { fetchJson } from "@/components/fetch-json";
import { useMayDo } from "@/components/shell/role-context";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { conversationKey } from "./conversation-queries";
import { inboxJournal } from "./inbox-journal";
import type { ThreadItem } from "./merge-optimistic";
import { newestArrivalId } from "./newest-arrival-id";

/**
 * Tells the server that a conversation has been read as far as it is loaded here, once for each change that made it
 * unread, as soon as `isSeen`. Counts fall at once; when the server cannot be told, or knows of more, they come back.
 * Whoever answers nobody reads nothing in the name of those who do: for them it stays unread.
 */
export function useMarkRead(conversation: Conversation, items: readonly ThreadItem[], isSeen: boolean): void {
  const queryClient = useQueryClient();
  const mayWrite = useMayDo("conversations:write");
  const told = useRef<string | null>(null);
  const upToMessageId = useMemo(() => newestArrivalId(items), [items]);
  useEffect(() => {
    if (!mayWrite || !isSeen || upToMessageId === null || conversation.unreadCount === 0) return;
    const change = `${conversation.id} ${conversation.lastActivityAt} ${conversation.unreadCount} ${upToMessageId}`;
    if (told.current === change) return;
    told.current = change;
    inboxJournal(queryClient).apply([{ kind: "conversation", conversation: { ...conversation, unreadCount: 0 } }]);
    const path = `/api/conversations/${encodeURIComponent(conversation.id)}/read`;
    fetchJson<void>(path, { method: "POST", json: { upToMessageId } }).catch(() => {
      void queryClient.invalidateQueries({ queryKey: ["conversations", "list"] });
      void queryClient.invalidateQueries({ queryKey: conversationKey(conversation.id) });
    });
  }, [conversation, upToMessageId, isSeen, mayWrite, queryClient]);
}
