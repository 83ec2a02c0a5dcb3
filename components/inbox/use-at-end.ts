"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** This close to the end counts as there: a line of text, not a message. */
export const NEAR_END_PX = 48;

/**
 * Whether a scroller is at its end, and `stick`, called when its own height changes while it is there (the composer
 * grew, the keyboard opened).
 */
export function useAtEnd(scroller: RefObject<HTMLElement | null>, stick: () => void) {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const wasAtEnd = useRef(true);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
    setIsAtEnd(wasAtEnd.current);
  }, [scroller]);

  const latestStick = useRef(stick);
  useEffect(() => {
    latestStick.current = stick;
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      const changed = element.clientHeight !== height;
      height = element.clientHeight;
      if (changed && wasAtEnd.current) latestStick.current();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  return { isAtEnd, onScroll };
}
