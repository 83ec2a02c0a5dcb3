"use client";

import { CircleDashed } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Card, useAttachmentLabel } from "./attachment-card";

type AttachedStoryProps = { type: string; src: string };

/** A story, in a box of fixed size. Meta does not say whether it is a picture or a film, so one is tried after the other. */
export function AttachedStory({ type, src }: AttachedStoryProps) {
  const t = useTranslations("inbox.attachment");
  const label = useAttachmentLabel()(type);
  const [tried, setTried] = useState<"image" | "video" | "gone">("image");
  const next = () => setTried(tried === "image" ? "video" : "gone");
  const style = "size-full object-contain";
  return (
    <Card icon={CircleDashed} title={label}>
      <div className="mt-1 flex h-48 w-40 max-w-full items-center overflow-hidden rounded-md bg-hover">
        {tried === "image" && <img src={src} alt={label} loading="lazy" onError={next} className={style} />}
        {tried === "video" && (
          <video controls preload="metadata" src={src} aria-label={label} onError={next} className={style}>
            <track kind="captions" />
          </video>
        )}
        {tried === "gone" && <p className="p-3 text-center text-xs text-soft">{t("storyGone")}</p>}
      </div>
    </Card>
  );
}
