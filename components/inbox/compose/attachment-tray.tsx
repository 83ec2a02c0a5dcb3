"use client";

import { AudioLines, CircleAlert, FileText, type LucideIcon, RotateCw, Video, X } from "lucide-react";
import { useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { formatBytes } from "@/lib/i18n/format-bytes";
import type { MediaType } from "@/lib/messenger/outgoing-content";
import type { AttachmentItem, useAttachments } from "./use-attachments";

const ICONS: Record<MediaType, LucideIcon> = { image: FileText, file: FileText, audio: AudioLines, video: Video };

/** The files that go with the next message, above the field; nothing while there are none. */
export function AttachmentTray({ attachments }: { attachments: ReturnType<typeof useAttachments> }) {
  const t = useTranslations("attachments");
  const { items, remove, retry } = attachments;
  if (items.length === 0) return null;
  return (
    <ul aria-label={t("list")} className="flex flex-wrap items-start gap-2 max-md:flex-nowrap max-md:overflow-x-auto">
      {items.map((item) => (
        <TrayItem key={item.key} item={item} onRemove={() => remove(item.key)} onRetry={() => retry(item.key)} />
      ))}
    </ul>
  );
}

type TrayItemProps = { item: AttachmentItem; onRemove: () => void; onRetry: () => void };

function TrayItem({ item, onRemove, onRetry }: TrayItemProps) {
  const t = useTranslations("attachments");
  const locale = useLocale();
  const { filename, state, problem } = item;
  return (
    <li
      data-state={state}
      className={cn(
        "relative flex w-64 shrink-0 items-center gap-2.5 overflow-hidden rounded-lg border bg-canvas py-1.5 pr-1 pl-1.5",
        state === "failed" && "w-80 border-bad",
      )}
    >
      <Thumbnail item={item} />
      <div className="min-w-0 flex-1 text-xs">
        <p dir="auto" title={filename} className="truncate text-sm">
          {filename}
        </p>
        {problem === null ? (
          <p className="text-soft">
            {formatBytes(item.sizeBytes, locale)} · <Progress item={item} />
          </p>
        ) : (
          <p role="alert" className="text-bad [overflow-wrap:anywhere]">
            {problem}
          </p>
        )}
      </div>
      {item.canRetry && (
        <IconButton label={t("retry", { filename })} onClick={onRetry}>
          <RotateCw aria-hidden="true" />
        </IconButton>
      )}
      <IconButton label={t("remove", { filename })} onClick={onRemove}>
        <X aria-hidden="true" />
      </IconButton>
      {state === "uploading" && (
        <span
          aria-hidden="true"
          className="absolute bottom-0 left-0 h-0.5 bg-accent transition-[width]"
          style={{ width: `${item.progress * 100}%` }}
        />
      )}
    </li>
  );
}

function Thumbnail({ item: { previewUrl, state, type } }: { item: AttachmentItem }) {
  const [isBroken, setBroken] = useState(false);
  if (previewUrl !== null && !isBroken) {
    const onError = () => setBroken(true);
    return <img src={previewUrl} alt="" onError={onError} className="size-10 shrink-0 rounded-md object-cover" />;
  }
  const Icon = state === "failed" ? CircleAlert : ICONS[type];
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-md bg-hover">
      <Icon aria-hidden="true" className={state === "failed" ? "text-bad" : "text-soft"} />
    </span>
  );
}

function Progress({ item: { state, progress } }: { item: AttachmentItem }) {
  const t = useTranslations("attachments");
  const format = useFormatter();
  if (state === "ready") return <span className="text-good">{t("ready")}</span>;
  if (state === "failed") return t("failed");
  return t("uploading", { percent: format.number(progress, { style: "percent" }) });
}
