"use client";

import { useQuery } from "@tanstack/react-query";
import { pagesQuery } from "@/components/pages/pages-query";
import { useMayDo } from "@/components/shell/role-context";
import { useNow } from "@/components/ui/use-now";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import { type ComposerState, toComposerState } from "./composer-state";

/** What the composer can do now, and the Page it writes for: decided again as time passes. */
export function useComposerState(conversation: Conversation): ComposerState & { page: Page | undefined } {
  const { data: pages } = useQuery(pagesQuery);
  const page = pages?.find(({ id }) => id === conversation.pageId);
  const mayWrite = useMayDo("conversations:write");
  return { ...toComposerState(conversation, page, mayWrite, useNow()), page };
}
