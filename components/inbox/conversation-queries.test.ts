import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { listedConversations } from "./apply-conversation-event";
import { aConversation, aList } from "./build-test-data";
import { conversationKey, conversationsQuery, findCached, findListedFor } from "./conversation-queries";

const everything = { pageId: null, unread: false };
const unread = { pageId: null, unread: true };
const ofPageTwo = { pageId: "page-2", unread: false };

function clientWith(filter: typeof everything | typeof ofPageTwo, conversations: Conversation[]) {
  const queryClient = new QueryClient();
  queryClient.setQueryData(conversationsQuery(filter).queryKey, aList([conversations]));
  return queryClient;
}

describe("what is loaded already", () => {
  test("serves a narrower list until its own answer is there", () => {
    const queryClient = clientWith(everything, [
      aConversation({ id: "a", unreadCount: 1 }),
      aConversation({ id: "b" }),
    ]);
    const found = findListedFor(queryClient, unread);
    expect(found && listedConversations(found).map(({ id }) => id)).toEqual(["a"]);
  });

  test("never serves a wider one, nor an empty one", () => {
    expect(findListedFor(clientWith(ofPageTwo, [aConversation({ pageId: "page-2" })]), everything)).toBeUndefined();
    expect(findListedFor(clientWith(everything, [aConversation()]), unread)).toBeUndefined();
  });

  test("is found by id in any list, and first as itself", () => {
    const queryClient = clientWith(everything, [aConversation({ preview: "in the list" })]);
    expect(findCached(queryClient, "conversation-1")?.preview).toBe("in the list");
    queryClient.setQueryData(conversationKey("conversation-1"), aConversation({ preview: "itself" }));
    expect(findCached(queryClient, "conversation-1")?.preview).toBe("itself");
    expect(findCached(queryClient, "other")).toBeUndefined();
  });
});
