import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { Replay } from "@/lib/api/schemas/replays";

/** How often a replay that runs is looked at. */
const LOOK_EVERY_MS = 700;

export type ReplayChoice = { notificationIds: string[] } | { since: number };

export async function startReplay(choice: ReplayChoice, dryRun: boolean): Promise<Replay> {
  const json = { ...choice, dryRun };
  return (await fetchJson<{ replay: Replay }>("/api/replays", { method: "POST", json })).replay;
}

export async function cancelReplay(replayId: string): Promise<Replay> {
  const path = `/api/replays/${encodeURIComponent(replayId)}/cancel`;
  return (await fetchJson<{ replay: Replay }>(path, { method: "POST" })).replay;
}

/** One replay, looked at again and again until it is over. */
export const replayQuery = (replayId: string) =>
  queryOptions({
    queryKey: ["replays", replayId],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ replay: Replay }>(`/api/replays/${encodeURIComponent(replayId)}`, { signal })).replay,
    refetchInterval: ({ state }) => (state.data?.status === "running" ? LOOK_EVERY_MS : false),
  });

/** The newest replays; looked at again while one of them runs. */
export const replaysQuery = queryOptions({
  queryKey: ["replays"],
  queryFn: async ({ signal }) => (await fetchJson<{ replays: Replay[] }>("/api/replays", { signal })).replays,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === "running") ? LOOK_EVERY_MS : false),
});
