import type { InfiniteData } from "@tanstack/react-query";
import type { Conversation, ConversationList } from "@/lib/api/schemas/inbox";

/** A list as cached: pages newest first, conversations newest first in each. */
export type ConversationListData = InfiniteData<ConversationList, string | null>;

export interface ConversationFilter {
  /** Of one Page, or of all when null. */
  pageId: string | null;
  /** Only those with something unread. */
  unread: boolean;
}

export function matchesFilter(conversation: Conversation, filter: ConversationFilter): boolean {
  return (
    (filter.pageId === null || conversation.pageId === filter.pageId) &&
    (!filter.unread || conversation.unreadCount > 0)
  );
}

/**
 * A list after a conversation changed: a row already there is replaced and moved to its place in time, a new one is
 * added when it belongs. A row that no longer belongs stays here; the screen decides how long it is shown. A
 * conversation older than everything loaded is left out while older pages are still to come.
 */
export function applyConversationEvent(
  list: ConversationListData,
  filter: ConversationFilter,
  conversation: Conversation,
): ConversationListData {
  const known = list.pages.flatMap((page) => page.conversations).find(({ id }) => id === conversation.id);
  if (!known && !matchesFilter(conversation, filter)) return list;
  if (known && known.lastActivityAt === conversation.lastActivityAt) {
    return mapRows(list, (rows) => rows.map((row) => (row.id === conversation.id ? conversation : row)));
  }

  const without = known ? mapRows(list, (rows) => rows.filter(({ id }) => id !== conversation.id)) : list;
  const { pages } = without;
  const isOlder = (row: Conversation) => row.lastActivityAt <= conversation.lastActivityAt;
  const fits = pages.findIndex((page) => page.conversations.some(isOlder));
  const last = pages.length - 1;
  if (fits === -1 && pages[last]?.nextCursor != null) return without;
  const at = fits === -1 ? last : fits;
  return {
    ...without,
    pages: pages.map((page, index) => {
      if (index !== at) return page;
      const before = page.conversations.findIndex(isOlder);
      const position = before === -1 ? page.conversations.length : before;
      return { ...page, conversations: page.conversations.toSpliced(position, 0, conversation) };
    }),
  };
}

/** Every loaded conversation once, newest first. A row that moved up between two page loads is in both pages. */
export function listedConversations(list: Pick<ConversationListData, "pages">): Conversation[] {
  const seen = new Set<string>();
  return list.pages
    .flatMap((page) => page.conversations)
    .filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
}

function mapRows(
  list: ConversationListData,
  change: (conversations: Conversation[]) => Conversation[],
): ConversationListData {
  return { ...list, pages: list.pages.map((page) => ({ ...page, conversations: change(page.conversations) })) };
}
