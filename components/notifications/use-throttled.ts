"use client";

import { useCallback, useEffect, useEffectEvent, useRef } from "react";

/** A function that has `action` done soon, once however often it is called meanwhile. */
export function useThrottled(action: () => void, everyMs: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const run = useEffectEvent(action);
  const runLater = useRef<() => void>(() => {});
  useEffect(() => {
    runLater.current = () => {
      timer.current ??= setTimeout(() => {
        timer.current = null;
        run();
      }, everyMs);
    };
    return () => {
      runLater.current = () => {};
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
  }, [everyMs]);
  return useCallback(() => runLater.current(), []);
}
