"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import type { ThreadProps } from "./thread";
import type { ThreadRow } from "./thread-rows";

/** How long a message that was looked for stands out. */
const MARKED_MS = 2_000;

type Options = {
  rows: readonly ThreadRow[];
  query: ThreadProps["query"];
  scrollTo: (index: number) => void;
  /** The message the address leads to; shown whenever it changes. */
  soughtId: string | null;
};

/**
 * Brings a message into view wherever it is: older pages are loaded until it is there. `markedKey` is the row that stands
 * out for a moment.
 */
export function useShowMessage({ rows, query, scrollTo, soughtId }: Options) {
  const t = useTranslations("inbox.thread");
  const [wantedId, setWantedId] = useState(soughtId);
  const [knownSoughtId, setKnownSoughtId] = useState(soughtId);
  const [markedKey, setMarkedKey] = useState<string | null>(null);
  if (soughtId !== knownSoughtId) {
    setKnownSoughtId(soughtId);
    setWantedId(soughtId);
  }

  const index = wantedId === null ? -1 : indexOfMessage(rows, wantedId);
  const key = rows[index]?.key ?? null;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (wantedId === null) return;
    if (key !== null) {
      scrollTo(index);
      setMarkedKey(key);
      setWantedId(null);
    } else if (!hasNextPage || isFetchNextPageError) {
      toast.bad(t("notFound"));
      setWantedId(null);
    } else if (!isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [wantedId, key, index, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, scrollTo, t]);

  useEffect(() => {
    if (markedKey === null) return;
    const timer = setTimeout(() => setMarkedKey(null), MARKED_MS);
    return () => clearTimeout(timer);
  }, [markedKey]);

  return { show: setWantedId, markedKey };
}

export function indexOfMessage(rows: readonly ThreadRow[], messageId: string): number {
  return rows.findIndex((row) => row.type === "message" && row.item.message.id === messageId);
}
