"use client";

import { AudioLines, Video } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";

/** Sound or film, in a box of fixed size. Meta gives no captions. */
export function AttachedPlayer({ type, src }: { type: "audio" | "video"; src: string }) {
  const t = useTranslations("inbox.attachment");
  const [isGone, setIsGone] = useState(false);
  if (isGone) {
    const Icon = type === "audio" ? AudioLines : Video;
    return (
      <div
        className={cn(
          "flex max-w-full items-center gap-2.5 rounded-lg border bg-surface px-3 text-xs text-soft",
          type === "audio" ? "min-h-10" : "h-48 w-80 flex-col justify-center text-center",
        )}
      >
        <Icon aria-hidden="true" />
        {t("gone")}
      </div>
    );
  }
  return type === "audio" ? (
    <audio
      controls
      preload="none"
      src={src}
      aria-label={t("audio")}
      onError={() => setIsGone(true)}
      className="h-10 w-72 max-w-full"
    >
      <track kind="captions" />
    </audio>
  ) : (
    <video
      controls
      preload="metadata"
      src={src}
      aria-label={t("video")}
      onError={() => setIsGone(true)}
      className="h-48 w-80 max-w-full rounded-lg border bg-canvas"
    >
      <track kind="captions" />
    </video>
  );
}
