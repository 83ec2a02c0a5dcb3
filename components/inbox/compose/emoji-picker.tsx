"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { SearchInput } from "@/components/ui/search-input";
import { EMOJI_CATEGORIES, type Emoji } from "./emoji-data";
import { readRecentEmoji, searchEmoji, storeRecentEmoji } from "./emoji-search";

const COLUMNS = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -COLUMNS,
  ArrowDown: COLUMNS,
};

type EmojiPickerProps = { onPick: (emoji: string) => void; onClose: () => void };

/** Search, what was picked last, and categories. Arrow keys move, Enter picks, Esc closes. */
export default function EmojiPicker({ onPick, onClose }: EmojiPickerProps) {
  const t = useTranslations("compose.emoji");
  const frame = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState("");
  const [recent] = useState(readRecentEmoji);

  useEffect(() => {
    frame.current?.querySelector("input")?.focus();
    function onPointerDown({ target }: PointerEvent) {
      const around = frame.current?.parentElement;
      if (target instanceof Node && !around?.contains(target)) onClose();
    }
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [onClose]);

  function pick(emoji: string) {
    storeRecentEmoji(emoji);
    onPick(emoji);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      frame.current?.parentElement?.querySelector("button")?.focus();
      onClose();
      return;
    }
    const buttons = [...(frame.current?.querySelectorAll<HTMLButtonElement>("[data-emoji]") ?? [])];
    const at = document.activeElement instanceof HTMLButtonElement ? buttons.indexOf(document.activeElement) : -1;
    if (at === -1) {
      if (event.key !== "ArrowDown" && event.key !== "Enter") return;
      event.preventDefault();
      if (event.key === "ArrowDown") buttons[0]?.focus();
      else buttons[0]?.click();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = at + step;
    if (next < 0) frame.current?.querySelector("input")?.focus();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  }

  const found = question.trim() === "" ? null : searchEmoji(question);
  return (
    <div
      ref={frame}
      role="dialog"
      aria-label={t("title")}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        // Tab led on. Without a target it is the window that was left.
        if (relatedTarget !== null && !frame.current?.parentElement?.contains(relatedTarget)) onClose();
      }}
      className="absolute right-0 bottom-full z-30 mb-2 flex h-80 w-76 flex-col rounded-lg bg-raised p-2 shadow-float max-md:fixed max-md:inset-x-2 max-md:bottom-28 max-md:w-auto"
    >
      <SearchInput label={t("search")} value={question} onChange={(event) => setQuestion(event.target.value)} />
      <div className="mt-2 min-h-0 flex-1 overflow-y-auto">
        {found?.length === 0 && <p className="p-2 text-soft">{t("none")}</p>}
        {found ? (
          <EmojiGrid label={t("found")} emojis={found} onPick={pick} />
        ) : (
          <>
            {recent.length > 0 && (
              <EmojiGrid label={t("recent")} emojis={recent.map((emoji) => ({ emoji, name: emoji }))} onPick={pick} />
            )}
            {EMOJI_CATEGORIES.map(({ category, emojis }) => (
              <EmojiGrid key={category} label={t(`category.${category}`)} emojis={emojis} onPick={pick} />
            ))}
          </>
        )}
      </div>
    </div>
  );
}

type EmojiGridProps = { label: string; emojis: readonly Emoji[]; onPick: (emoji: string) => void };

function EmojiGrid({ label, emojis, onPick }: EmojiGridProps) {
  return (
    <section aria-label={label}>
      <h3 className="px-1 pt-1.5 pb-1 text-xs text-soft">{label}</h3>
      <div className="grid grid-cols-8">
        {emojis.map(({ emoji, name }) => (
          <button
            key={emoji}
            type="button"
            data-emoji=""
            // The arrow keys lead through hundreds of them; Tab leads on.
            tabIndex={-1}
            aria-label={name}
            title={name}
            onClick={() => onPick(emoji)}
            className="grid aspect-square place-items-center rounded-sm text-xl hover:bg-hover focus-visible:bg-hover"
          >
            {emoji}
          </button>
        ))}
      </div>
    </section>
  );
}
