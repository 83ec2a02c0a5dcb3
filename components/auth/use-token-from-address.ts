"use client";

import { useEffect, useState } from "react";

/**
 * What stands behind `#`, which is then taken out of the address: it must not stay in the history or on a screen that is
 * shared. Null until it has been looked at, empty when nothing was there.
 */
export function useTokenFromAddress(): string | null {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    function take() {
      const { hash, pathname, search } = window.location;
      const found = hash.slice(1);
      // Another link pasted into the same tab changes nothing but this; and an effect that runs twice keeps the first.
      setToken((before) => (found === "" ? (before ?? "") : found));
      if (found !== "") window.history.replaceState(window.history.state, "", pathname + search);
    }
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return token;
}
