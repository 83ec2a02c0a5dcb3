import type { Page } from "@/lib/api/schemas/pages";

/** A check is a handful of Graph calls: more at once would only make Meta, or one small server, say "slow down". */
const AT_ONCE = 2;
/** So many checks in a row that came to nothing: Meta is down, or has had enough of us. */
const GIVE_UP_AFTER = 4;

export type CheckRound = {
  total: number;
  done: number;
  problems: number;
  failed: number;
  isOver: boolean;
  gaveUp: boolean;
};

type CheckPagesOptions = {
  /** Checks one Page; throws when that could not be done. */
  check: (pageId: string) => Promise<Pick<Page, "problems">>;
  onProgress: (round: CheckRound) => void;
  signal: AbortSignal;
};

/** Checks Pages, few at a time. Ends early when `signal` says so, or when one check after another comes to nothing. */
export async function checkPages(pageIds: readonly string[], { check, onProgress, signal }: CheckPagesOptions) {
  const round: CheckRound = { total: pageIds.length, done: 0, problems: 0, failed: 0, isOver: false, gaveUp: false };
  let failedInARow = 0;
  const tell = () => onProgress({ ...round });
  tell();
  const waiting = [...pageIds];
  const work = async () => {
    for (let pageId = waiting.shift(); pageId !== undefined; pageId = waiting.shift()) {
      if (signal.aborted || round.gaveUp) return;
      const problems = await check(pageId).then(
        (page) => page.problems,
        () => null,
      );
      const hasFailed = problems === null || problems.some(({ code }) => code === "check_failed");
      round.done += 1;
      failedInARow = hasFailed ? failedInARow + 1 : 0;
      if (hasFailed) round.failed += 1;
      else if (problems.length > 0) round.problems += 1;
      round.gaveUp = failedInARow >= GIVE_UP_AFTER;
      tell();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  round.isOver = true;
  tell();
}
