"use client";

import { Smile } from "lucide-react";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

const loadPicker = () => import("./emoji-picker");
const EmojiPicker = lazy(loadPicker);

/** Opens the emoji; they are loaded when a hand moves towards it. */
export function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useTranslations("compose.emoji");
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <div className="relative">
      <IconButton
        label={t("open")}
        side="top"
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onPointerEnter={() => void loadPicker()}
        onFocus={() => void loadPicker()}
        onClick={() => setOpen(!isOpen)}
      >
        <Smile aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <Suspense>
          <EmojiPicker
            onClose={close}
            onPick={(emoji) => {
              close();
              onPick(emoji);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
