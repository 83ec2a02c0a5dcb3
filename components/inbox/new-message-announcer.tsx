"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ThreadItem } from "./merge-optimistic";

/** Tells screen readers what the person has just said. */
export function NewMessageAnnouncer({ items, name }: { items: readonly ThreadItem[]; name: string }) {
  const t = useTranslations("inbox");
  const [said, setSaid] = useState("");
  const newest = items.at(-1);
  const knownKey = useRef(newest?.key);
  useEffect(() => {
    if (!newest || newest.key === knownKey.current) return;
    knownKey.current = newest.key;
    if (newest.message.direction !== "in" || newest.message.kind === "placeholder") return;
    setSaid(t("thread.announce", { name, text: newest.message.text ?? t("list.kind.attachment") }));
  }, [newest, name, t]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
