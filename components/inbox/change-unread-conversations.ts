import type { QueryClient } from "@tanstack/react-query";
import { pagesQuery } from "@/components/pages/pages-query";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";

/**
 * Moves the Pages' counts of unread conversations along with `changed`, so that the number falls as a thread is read.
 * What was not known before cannot be counted here; the Pages are fetched again soon after anyway.
 */
export function changeUnreadConversations(
  queryClient: QueryClient,
  find: (conversationId: string) => Conversation | undefined,
  changed: readonly Conversation[],
): void {
  const difference = new Map<string, number>();
  for (const conversation of changed) {
    const before = find(conversation.id);
    if (!before) continue;
    const step = Number(conversation.unreadCount > 0) - Number(before.unreadCount > 0);
    difference.set(conversation.pageId, (difference.get(conversation.pageId) ?? 0) + step);
  }
  if ([...difference.values()].every((step) => step === 0)) return;
  queryClient.setQueryData<Page[]>(pagesQuery.queryKey, (pages) =>
    pages?.map((page) => ({
      ...page,
      unreadConversations: Math.max(0, page.unreadConversations + (difference.get(page.id) ?? 0)),
    })),
  );
}
