"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import { usePageFilter } from "@/components/shell/use-page-filter";
import type { ConversationFilter } from "./apply-conversation-event";

const INBOX = "/inbox";
const MESSAGE = "message";

/** The open conversation, or null: the part of the address after `/inbox/`. */
export function useOpenConversationId(): string | null {
  const [, conversationId] = usePathname().match(/^\/inbox\/([^/]+)/) ?? [];
  return conversationId === undefined ? null : decodeURIComponent(conversationId);
}

/** What the list is narrowed to, from the address. */
export function useConversationFilter() {
  const [pageId, setPageId] = usePageFilter();
  const [unread, setUnread] = useQueryState(
    "unread",
    parseAsBoolean.withDefault(false).withOptions({ history: "push" }),
  );
  const filter = useMemo<ConversationFilter>(() => ({ pageId, unread }), [pageId, unread]);
  return { filter, setPageId, setUnread };
}

/** The message an address leads to, as `?message=` of a conversation's address. */
export function useSoughtMessageId(): string | null {
  return useSearchParams().get(MESSAGE);
}

/**
 * Addresses of conversations that keep the filters, and a way to open one without asking the server for a new page: the
 * screen stays, only the thread changes (Next follows `history.pushState`).
 */
export function useConversationAddress() {
  const params = new URLSearchParams(useSearchParams());
  params.delete(MESSAGE);
  const search = params.toString();
  const addressOf = useCallback(
    (conversationId: string | null) => {
      const path = conversationId === null ? INBOX : `${INBOX}/${encodeURIComponent(conversationId)}`;
      return search === "" ? path : `${path}?${search}`;
    },
    [search],
  );
  const open = useCallback(
    (conversationId: string | null) => window.history.pushState(null, "", addressOf(conversationId)),
    [addressOf],
  );
  return { addressOf, open };
}
