"use client";

import { FileText, Image, Link2, type LucideIcon, MapPin, Paperclip } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Attachment } from "@/lib/api/schemas/inbox";
import { AttachedImage } from "./attached-image";
import { AttachedPlayer } from "./attached-player";
import { toHref } from "./split-links";

/** What came with a message. Heights are known before anything has loaded, so nothing moves when it has. */
export function MessageAttachments({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  const imageCount = attachments.filter(({ type, src }) => type === "image" && src !== null).length;
  return (
    <div className={cn("flex max-w-full flex-wrap gap-1", imageCount > 1 && "w-81")}>
      {attachments.map((attachment, index) => (
        // The list of one message never changes its order.
        <AttachmentView
          key={attachment.src ?? attachment.url ?? `${attachment.type} ${index}`}
          attachment={attachment}
          isSmall={imageCount > 1}
        />
      ))}
    </div>
  );
}

function AttachmentView({ attachment, isSmall }: { attachment: Attachment; isSmall: boolean }) {
  const { type, src } = attachment;
  if (src !== null) {
    switch (type) {
      case "image":
        return <AttachedImage src={src} size={isSmall ? "small" : "normal"} />;
      case "sticker":
        return <AttachedImage src={src} size="sticker" />;
      case "audio":
      case "video":
        return <AttachedPlayer type={type} src={src} />;
    }
  }
  return <AttachmentCard attachment={attachment} />;
}

const CARD_ICONS: Record<string, LucideIcon> = {
  file: FileText,
  image: Image,
  location: MapPin,
  fallback: Link2,
  post: Link2,
  ig_post: Link2,
  reel: Link2,
  ig_reel: Link2,
};
/** Types whose address is a page that the person shared, rather than bytes to load. */
const SHARED_PAGES = new Set(["fallback", "post", "ig_post", "reel", "ig_reel", "location"]);

function AttachmentCard({ attachment }: { attachment: Attachment }) {
  const t = useTranslations("inbox.attachment");
  const { type, title, src, url } = attachment;
  const Icon = CARD_ICONS[type] ?? Paperclip;
  const isShared = SHARED_PAGES.has(type);
  const href = isShared ? url && toHref(url) : src;
  const key = type.replace(/^ig_/, "") as "file";
  const label = t.has(key) ? t(key) : t("other", { type });
  return (
    <div className="flex max-w-full items-center gap-2.5 rounded-lg border bg-surface px-3 py-2">
      <Icon aria-hidden="true" className="text-soft" />
      <div className="min-w-0">
        <p dir="auto" className="truncate">
          {title ?? label}
        </p>
        {href ? (
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="block truncate text-xs text-accent underline underline-offset-2"
          >
            {isShared ? <bdi>{url}</bdi> : t("download")}
          </a>
        ) : (
          title !== null && <p className="text-xs text-soft">{label}</p>
        )}
      </div>
    </div>
  );
}
