"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { cancelReplay, type ReplayChoice, replayQuery, startReplay } from "./replays-query";

/** One replay from its start to its end: a dry run, or the real thing. @param onDone called once when it is over */
export function useReplayRun(onDone: () => void = () => {}) {
  const queryClient = useQueryClient();
  const start = useMutation({
    mutationFn: ({ choice, dryRun }: { choice: ReplayChoice; dryRun: boolean }) => startReplay(choice, dryRun),
    onSuccess: (replay) => queryClient.setQueryData(replayQuery(replay.id).queryKey, replay),
  });
  const id = start.data?.id;
  const { data: replay } = useQuery({ ...replayQuery(id ?? ""), enabled: id !== undefined });
  const cancel = useMutation({
    mutationFn: cancelReplay,
    onSuccess: (cancelled) => queryClient.setQueryData(replayQuery(cancelled.id).queryKey, cancelled),
  });
  const isOver = replay !== undefined && replay.status !== "running";
  const tellDone = useEffectEvent(onDone);
  useEffect(() => {
    if (isOver) tellDone();
  }, [isOver]);

  return {
    /** Undefined until it has been started. */
    replay: id === undefined ? undefined : replay,
    isStarting: start.isPending,
    error: start.error ?? cancel.error,
    start: (choice: ReplayChoice, dryRun: boolean) => start.mutate({ choice, dryRun }),
    cancel: () => id !== undefined && cancel.mutate(id),
    reset: start.reset,
  };
}
