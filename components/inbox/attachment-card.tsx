"use client";

import {
  AudioLines,
  EyeOff,
  FileText,
  Image,
  Link2,
  type LucideIcon,
  MapPin,
  Paperclip,
  Sticker,
  Video,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { hasText } from "@/components/has-text";
import type { Attachment } from "@/lib/api/schemas/inbox";
import { toHref } from "./split-links";

const ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ["file", FileText],
  ["image", Image],
  ["sticker", Sticker],
  ["audio", AudioLines],
  ["video", Video],
  ["location", MapPin],
  ["fallback", Link2],
  ["post", Link2],
  ["reel", Link2],
  ["share", Link2],
  ["ephemeral", EyeOff],
]);
/** Types whose address is a page that the person shared, rather than bytes to load. */
const SHARED_PAGES: ReadonlySet<string> = new Set(["fallback", "post", "reel", "share", "location"]);

/** An attachment in words, with a way to it where there is one. */
export function AttachmentCard({ attachment }: { attachment: Attachment }) {
  const t = useTranslations("inbox.attachment");
  const { title, subtitle, src, url } = attachment;
  const type = attachment.type.replace(/^ig_/, "");
  const isShared = SHARED_PAGES.has(type);
  const href = isShared ? url && toHref(url) : src;
  const label = useAttachmentLabel()(type);
  return (
    <Card icon={ICONS.get(type) ?? Paperclip} title={title ?? label}>
      {subtitle && (
        <p dir="auto" className="truncate text-xs text-soft">
          {subtitle}
        </p>
      )}
      {title !== null && <p className="text-xs text-soft">{label}</p>}
      {href && <OutsideLink href={href}>{isShared ? <bdi>{url}</bdi> : t("download")}</OutsideLink>}
      {!href && url !== null && (
        <p className="text-xs break-all text-soft">
          <bdi>{url}</bdi>
        </p>
      )}
      {!href && url === null && (
        <p className="text-xs text-soft">{t(type === "ephemeral" ? "ephemeralHint" : "noContent")}</p>
      )}
    </Card>
  );
}

/** A function that names a type of attachment; one without words is named as Meta names it. */
export function useAttachmentLabel(): (type: string) => string {
  const t = useTranslations("inbox.attachment");
  return (type) => {
    const key = `type.${type.replace(/^ig_/, "")}` as "type.file";
    return hasText(t, key) ? t(key) : t("other", { type });
  };
}

/** The frame of what is not a picture. */
export function Card({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="flex max-w-full gap-2.5 rounded-lg border bg-surface px-3 py-2">
      <Icon aria-hidden="true" className="mt-0.5 text-soft" />
      <div className="min-w-0">
        <p dir="auto" className="line-clamp-3 [overflow-wrap:anywhere]">
          {title}
        </p>
        {children}
      </div>
    </div>
  );
}

/** Opened by the person, in a place of its own; never loaded by the desk. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="block truncate text-xs text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}
