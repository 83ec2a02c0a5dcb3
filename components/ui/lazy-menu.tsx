"use client";

import { type ComponentProps, cloneElement, type KeyboardEvent, type ReactElement, Suspense, useState } from "react";

type LazyMenuProps = {
  /** The button that opens the menu. */
  trigger: ReactElement<ComponentProps<"button">>;
  /** Begins to load what `children` shows. Called often. */
  load: () => Promise<unknown>;
  /** A `lazy` component around a `Menu` with `defaultOpen` and this trigger. */
  children: ReactElement;
};

/** A menu that weighs nothing until a hand moves towards its button: menus are 25 KB, and most visits open none. */
export function LazyMenu({ trigger, load, children }: LazyMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const closed = cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setWanted(true),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setWanted(true);
    },
  });
  return isWanted ? <Suspense fallback={closed}>{children}</Suspense> : closed;
}
