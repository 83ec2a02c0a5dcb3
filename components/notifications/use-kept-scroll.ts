"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

const positions = new Map<string, number>();

/** The browser's Back finds a list scrolled as it was left. @param isThere whether its rows are, so that it can be */
export function useKeptScroll(key: string, isThere: boolean) {
  const isRestored = useRef(false);
  useLayoutEffect(() => {
    if (isRestored.current || !isThere) return;
    isRestored.current = true;
    document.getElementById("content")?.scrollTo({ top: positions.get(key) ?? 0 });
  }, [key, isThere]);
  useEffect(() => {
    const scroller = document.getElementById("content");
    const onScroll = () => positions.set(key, scroller?.scrollTop ?? 0);
    scroller?.addEventListener("scroll", onScroll, { passive: true });
    return () => scroller?.removeEventListener("scroll", onScroll);
  }, [key]);
}
