"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { holdOrder } from "./hold-order";

/** What keeps the rows in place. */
type Reason = "pointer" | "focus" | "scroll";
const SCROLLED_PX = 28;

/**
 * The rows of a list, kept where they are while the mouse is over them, the keyboard is among them, or the list is
 * scrolled down: a row must not move away under someone about to choose it. Typing elsewhere ends the mouse's hold,
 * since it only rests there.
 *
 * @param area what counts as "over the rows": the list, and the button on it that lets everything move
 */
export function useHeldRows(
  fresh: readonly Conversation[],
  { area, scroller }: { area: RefObject<HTMLElement | null>; scroller: RefObject<HTMLElement | null> },
) {
  const [heldIds, setHeldIds] = useState<readonly string[] | null>(null);
  const [reasons] = useState(() => new Set<Reason>());
  const { rows, waiting } = holdOrder(heldIds, fresh);

  const apply = useEffectEvent(() => {
    const shouldHold = reasons.size > 0;
    if (shouldHold && heldIds === null) setHeldIds(rows.map(({ id }) => id));
    if (!shouldHold && heldIds !== null) setHeldIds(null);
  });

  // Rows that were added below are held too from now on.
  if (heldIds !== null && rows.length > heldIds.length) setHeldIds(rows.map(({ id }) => id));

  useEffect(() => {
    const element = area.current;
    const scrolled = scroller.current;
    if (!element || !scrolled) return;
    const set = (reason: Reason, holds: boolean) => {
      if (reasons.has(reason) === holds) return;
      if (holds) reasons.add(reason);
      else reasons.delete(reason);
      apply();
    };
    const isMouse = (event: PointerEvent) => event.pointerType === "mouse";
    const on = {
      pointermove: (event: PointerEvent) => isMouse(event) && set("pointer", true),
      pointerleave: () => set("pointer", false),
      focusin: (event: FocusEvent) => set("focus", (event.target as HTMLElement).matches(":focus-visible")),
      focusout: (event: FocusEvent) => element.contains(event.relatedTarget as Node | null) || set("focus", false),
    };
    const onScroll = () => set("scroll", scrolled.scrollTop > SCROLLED_PX);
    const onKeyAnywhere = (event: KeyboardEvent) => element.contains(event.target as Node) || set("pointer", false);
    const entries = Object.entries(on) as [string, EventListener][];
    for (const [name, listener] of entries) element.addEventListener(name, listener, { passive: true });
    scrolled.addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("keydown", onKeyAnywhere);
    return () => {
      for (const [name, listener] of entries) element.removeEventListener(name, listener);
      scrolled.removeEventListener("scroll", onScroll);
      document.removeEventListener("keydown", onKeyAnywhere);
    };
  }, [area, scroller, reasons]);

  return {
    rows,
    /** How many conversations with something unread wait to move up. */
    waiting,
    /** Lets everything move now. */
    release() {
      reasons.clear();
      setHeldIds(null);
      scroller.current?.scrollTo({ top: 0 });
    },
  };
}
