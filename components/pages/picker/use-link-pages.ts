"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { fetchJson } from "@/components/fetch-json";
import { useErrorText } from "@/components/use-error-text";
import type { LinkPagesResult } from "@/lib/api/schemas/pages";
import { pagesQuery } from "../pages-query";
import { type LinkOutcome, linkInBatches } from "./link-in-batches";

export type LinkRun = {
  pageIds: readonly string[];
  /** By Page; a Page that is missing here is still waiting. */
  outcomes: ReadonlyMap<string, LinkOutcome>;
  isRunning: boolean;
};

/** Links Pages and reports on each as it goes. `run` is null until the first start. */
export function useLinkPages() {
  const [run, setRun] = useState<LinkRun | null>(null);
  const queryClient = useQueryClient();
  const errorText = useErrorText();

  const start = useCallback(
    async (pageIds: readonly string[]) => {
      setRun((before) => ({
        // Starting again for the failed ones keeps the successes of before in view.
        pageIds: before?.pageIds ?? pageIds,
        outcomes: new Map([...(before?.outcomes ?? [])].filter(([pageId]) => !pageIds.includes(pageId))),
        isRunning: true,
      }));
      await linkInBatches(pageIds, {
        link: (batch) => fetchJson<LinkPagesResult>("/api/pages", { method: "POST", json: { pageIds: batch } }),
        reasonOf: (error) => errorText(error).detail,
        onOutcome: (pageId, outcome) =>
          setRun((before) => before && { ...before, outcomes: new Map(before.outcomes).set(pageId, outcome) }),
      });
      setRun((before) => before && { ...before, isRunning: false });
      await queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey });
    },
    [queryClient, errorText],
  );

  return { run, start };
}
