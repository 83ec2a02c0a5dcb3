"use client";

import { useEffect, useState } from "react";

/** The time in Unix ms, at most a second old. */
export function useEverySecond(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
