import type { LinkPagesResult } from "@/lib/api/schemas/pages";

export type LinkOutcome = { ok: true } | { ok: false; reason: string };

type LinkInBatchesOptions = {
  /** Links a few Pages; may fail as a whole. */
  link: (pageIds: string[]) => Promise<LinkPagesResult>;
  /** Puts a failed request into a sentence. */
  reasonOf: (error: unknown) => string;
  onOutcome: (pageId: string, outcome: LinkOutcome) => void;
  batchSize?: number;
};

/**
 * Links Pages a few at a time, so that a person who links 150 sees it move and a lost connection costs one batch, not
 * all. Every Page gets exactly one outcome; a Page the server says nothing about counts as not linked.
 */
export async function linkInBatches(
  pageIds: readonly string[],
  { link, reasonOf, onOutcome, batchSize = 5 }: LinkInBatchesOptions,
): Promise<void> {
  for (let start = 0; start < pageIds.length; start += batchSize) {
    const batch = pageIds.slice(start, start + batchSize);
    try {
      const { results } = await link(batch);
      for (const pageId of batch) {
        const result = results.find((candidate) => candidate.pageId === pageId);
        onOutcome(
          pageId,
          result?.ok ? { ok: true } : { ok: false, reason: result?.problem?.detail ?? reasonOf(undefined) },
        );
      }
    } catch (error) {
      for (const pageId of batch) onOutcome(pageId, { ok: false, reason: reasonOf(error) });
    }
  }
}
