"use client";

import { useCallback, useSyncExternalStore } from "react";

const STORED_AS = "pagedesk.connectDirectly";
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  // Fires for changes made in other tabs.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function readStored(): boolean {
  try {
    return window.localStorage.getItem(STORED_AS) === "yes";
  } catch {
    return false; // Storage is switched off: the guide is shown each time.
  }
}

function store(isDirect: boolean): void {
  try {
    if (isDirect) window.localStorage.setItem(STORED_AS, "yes");
    else window.localStorage.removeItem(STORED_AS);
  } catch {
    // Nothing to keep it in.
  }
  for (const listener of listeners) listener();
}

/** Whether “Connect Pages” goes to Facebook at once, without the guide; kept in this browser. */
export function useConnectDirectly() {
  const isDirect = useSyncExternalStore(subscribe, readStored, () => false);
  return [isDirect, useCallback(store, [])] as const;
}
