"use client";

import { useCallback, useSyncExternalStore } from "react";
import { readSendKey, type SendKey, storeSendKey } from "@/components/inbox/send-key";

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

/** Which key sends, kept in this browser and shared by its tabs. */
export function useSendKey() {
  const sendKey = useSyncExternalStore<SendKey>(subscribe, readSendKey, () => "enter");
  const setSendKey = useCallback((next: SendKey) => {
    storeSendKey(next);
    for (const listener of listeners) listener();
  }, []);
  return [sendKey, setSendKey] as const;
}
