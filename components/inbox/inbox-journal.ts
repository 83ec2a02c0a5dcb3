import type { QueryClient } from "@tanstack/react-query";
import { applyToCache, type InboxChange } from "./inbox-changes";

/** Keeps changes from being lost under an answer that was written before them. */
export interface InboxJournal {
  /** Applies changes now, and again after every fetch that is under way. */
  apply: (changes: readonly InboxChange[]) => void;
  end: () => void;
}

/** What every query the changes are written to begins with. */
const INBOX_QUERIES = ["conversations"];

const journals = new WeakMap<QueryClient, InboxJournal>();

/** The journal of a client: one for all who change its cache. It lives as long as the client. */
export function inboxJournal(queryClient: QueryClient): InboxJournal {
  const existing = journals.get(queryClient);
  if (existing) return existing;
  const journal = startJournal(queryClient);
  journals.set(queryClient, journal);
  return journal;
}

/**
 * A fetch shows the server as it was at some moment after it began, and replaces what is cached: a change that came in
 * meanwhile would be lost (loading one more page even puts the old pages back as they were). So changes are written
 * down while something is being fetched, and applied again on top of its answer.
 */
export function startJournal(queryClient: QueryClient): InboxJournal {
  const cache = queryClient.getQueryCache();
  const fetching = cache.findAll({ queryKey: INBOX_QUERIES, fetchStatus: "fetching" });
  const underWay = new Map<string, InboxChange[]>(fetching.map(({ queryHash }) => [queryHash, []]));
  const unsubscribe = cache.subscribe((event) => {
    if (event.type === "removed") underWay.delete(event.query.queryHash);
    if (event.type !== "updated" || event.query.queryKey[0] !== INBOX_QUERIES[0]) return;
    const { queryHash } = event.query;
    const { action } = event;
    if (action.type === "fetch") underWay.set(queryHash, underWay.get(queryHash) ?? []);
    if (action.type === "error") underWay.delete(queryHash);
    if (action.type === "success" && !action.manual) {
      const missed = underWay.get(queryHash) ?? [];
      underWay.delete(queryHash);
      if (missed.length > 0) applyToCache(queryClient, missed);
    }
  });

  return {
    apply(changes) {
      if (changes.length === 0) return;
      for (const missed of underWay.values()) missed.push(...changes);
      applyToCache(queryClient, changes);
    },
    end: unsubscribe,
  };
}
