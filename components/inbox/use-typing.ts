"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { fetchJson } from "@/components/fetch-json";
import type { Conversation } from "@/lib/api/schemas/inbox";

/** Meta's sign fades by itself after about twenty seconds (Meta docs: sender actions). */
const EVERY_MS = 10_000;
/** The sign is taken back behind the message, not beside it. */
const AFTER_SENT_MS = 500;

/**
 * Lets the person see that somebody types. Call `onTyped` with every change that leaves something in the field (it does
 * little more than every ten seconds), `onStopped` when it was emptied, `onSent` when it was sent; leaving is noticed.
 * Nobody waits for it, and when it fails nobody is told here.
 */
export function useTyping(conversation: Pick<Conversation, "id" | "isStandby" | "window">): {
  onTyped: () => void;
  onStopped: () => void;
  onSent: () => void;
} {
  const { id, isStandby, window } = conversation;
  const isPossible = !isStandby && window.isOpen;
  const shownAtMs = useRef<number | null>(null);
  const afterSent = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback(
    (isTyping: boolean) => {
      shownAtMs.current = isTyping ? Date.now() : null;
      const path = `/api/conversations/${encodeURIComponent(id)}/typing`;
      fetchJson<void>(path, { method: "POST", json: { isTyping }, keepalive: true }).catch(() => undefined);
    },
    [id],
  );
  const onStopped = useCallback(() => {
    clearTimeout(afterSent.current);
    if (shownAtMs.current !== null) show(false);
  }, [show]);
  const onSent = useCallback(() => {
    clearTimeout(afterSent.current);
    afterSent.current = setTimeout(onStopped, AFTER_SENT_MS);
  }, [onStopped]);
  const onTyped = useCallback(() => {
    clearTimeout(afterSent.current);
    if (isPossible && Date.now() - (shownAtMs.current ?? 0) >= EVERY_MS) show(true);
  }, [isPossible, show]);
  // Leaving the conversation, or the desk.
  useEffect(() => onStopped, [onStopped]);
  return useMemo(() => ({ onTyped, onStopped, onSent }), [onTyped, onStopped, onSent]);
}
