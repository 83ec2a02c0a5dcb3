"use client";

import { ImageOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";

const Lightbox = lazy(() => import("./lightbox"));

const sizes = {
  normal: "h-48 w-64",
  small: "size-40",
  sticker: "size-30",
} as const;

/** A picture in a box of fixed size; opens large. */
export function AttachedImage({ src, size }: { src: string; size: keyof typeof sizes }) {
  const t = useTranslations("inbox.attachment");
  const [isGone, setIsGone] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  if (isGone) {
    return (
      <div
        className={cn(
          "flex max-w-full flex-col items-center justify-center gap-1.5 rounded-lg border bg-surface p-3 text-center text-xs text-soft",
          sizes[size],
        )}
      >
        <ImageOff aria-hidden="true" />
        {t("gone")}
      </div>
    );
  }

  const isSticker = size === "sticker";
  const picture = (
    <img
      src={src}
      alt={isSticker ? t("sticker") : t("image")}
      loading="lazy"
      onError={() => setIsGone(true)}
      className={cn("size-full", isSticker ? "object-contain" : "object-cover")}
    />
  );
  if (isSticker) return <div className={sizes.sticker}>{picture}</div>;
  return (
    <>
      <button
        type="button"
        aria-label={t("open")}
        onClick={() => setIsOpen(true)}
        className={cn("max-w-full cursor-zoom-in overflow-hidden rounded-lg border bg-hover", sizes[size])}
      >
        {picture}
      </button>
      {isOpen && (
        <Suspense>
          <Lightbox src={src} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
