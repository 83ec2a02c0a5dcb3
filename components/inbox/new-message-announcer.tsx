"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ThreadItem } from "./merge-optimistic";

/** Tells screen readers what the person has just said, and that a reply did not go out. */
export function NewMessageAnnouncer({ items, name }: { items: readonly ThreadItem[]; name: string }) {
  const t = useTranslations("inbox");
  const [said, setSaid] = useState("");
  const newest = items.at(-1);
  const state = newest ? `${newest.key} ${newest.message.status}` : "";
  const knownState = useRef(state);
  useEffect(() => {
    if (!newest || state === knownState.current) return;
    const isNew = !knownState.current.startsWith(`${newest.key} `);
    knownState.current = state;
    const { direction, kind, status, text, note, isUnsupported, unsentAt } = newest.message;
    if (status === "failed" || status === "unconfirmed") setSaid(t(`status.${status}`));
    else if (isNew && direction === "in" && kind !== "placeholder") {
      const what = unsentAt !== null ? "unsent" : isUnsupported ? "unsupported" : (note?.kind ?? "attachment");
      setSaid(t("thread.announce", { name, text: text || t(`list.kind.${what}`) }));
    }
  }, [newest, state, name, t]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
