"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { pagesQuery } from "@/components/pages/pages-query";
import { titleWithCount } from "./title-with-count";

/** Shows in the tab's title how many conversations are unread, whatever title the screen gives itself. */
export function UnreadTitle() {
  const { data: count = 0 } = useQuery({
    ...pagesQuery,
    select: (pages) => pages.reduce((sum, page) => sum + page.unreadConversations, 0),
  });
  useEffect(() => {
    function update() {
      const title = titleWithCount(document.title, count);
      if (title !== document.title) document.title = title;
    }
    update();
    // The framework writes the title anew on every navigation.
    const observer = new MutationObserver(update);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
  return null;
}
