"use client";

import { type RefObject, useEffect, useState } from "react";

type Reason = "pointer" | "focus" | "scroll";

/**
 * Whether rows have to stay where they are: the mouse rests over `area`, the keyboard is inside it, or it is scrolled.
 * Typing elsewhere ends the mouse's hold, since it only rests there.
 */
export function useHold(area: RefObject<HTMLElement | null>) {
  const [isHeld, setHeld] = useState(false);
  const [reasons] = useState(() => new Set<Reason>());

  useEffect(() => {
    const element = area.current;
    const scroller = document.getElementById("content");
    if (!element || !scroller) return;
    const set = (reason: Reason, holds: boolean) => {
      if (holds) reasons.add(reason);
      else reasons.delete(reason);
      setHeld(reasons.size > 0);
    };
    const on = {
      pointermove: (event: PointerEvent) => event.pointerType === "mouse" && set("pointer", true),
      pointerleave: () => set("pointer", false),
      focusin: (event: FocusEvent) => set("focus", (event.target as HTMLElement).matches(":focus-visible")),
      focusout: (event: FocusEvent) => element.contains(event.relatedTarget as Node | null) || set("focus", false),
    };
    const onScroll = () => set("scroll", scroller.scrollTop > element.offsetTop);
    const onKeyAnywhere = (event: KeyboardEvent) => element.contains(event.target as Node) || set("pointer", false);
    const entries = Object.entries(on) as [string, EventListener][];
    for (const [name, listener] of entries) element.addEventListener(name, listener, { passive: true });
    scroller.addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("keydown", onKeyAnywhere);
    return () => {
      for (const [name, listener] of entries) element.removeEventListener(name, listener);
      scroller.removeEventListener("scroll", onScroll);
      document.removeEventListener("keydown", onKeyAnywhere);
    };
  }, [area, reasons]);

  return isHeld;
}
