/** A list of ids that can be read from its newest end. */
export type IdRun = { newestFirst: (beforeId: number | undefined, limit: number) => number[] };

/**
 * The newest ids of many lists, as one list. Reads the head of each, and more of those only that can be among the
 * first `limit`: what lies further back costs nothing.
 */
export function mergeRuns(
  runs: readonly IdRun[],
  { beforeId, limit }: { beforeId?: number | undefined; limit: number },
) {
  const heads = runs
    .map((run) => ({ run, newest: run.newestFirst(beforeId, 1)[0] }))
    .filter((head): head is { run: IdRun; newest: number } => head.newest !== undefined)
    .sort((one, other) => other.newest - one.newest);
  let found: number[] = [];
  for (const { run, newest } of heads) {
    const last = found[limit - 1];
    // Everything in this one and in those after it is older than what there is.
    if (last !== undefined && newest < last) break;
    found = [...found, ...run.newestFirst(beforeId, limit)].sort((one, other) => other - one).slice(0, limit);
  }
  return found;
}
