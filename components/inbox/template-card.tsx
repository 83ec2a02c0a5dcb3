"use client";

import { LayoutTemplate } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/api/schemas/inbox";
import { useAttachmentLabel } from "./attachment-card";
import { uniqueKeys } from "./unique-keys";

/** A template as the person saw it: its text, its cards or products, its buttons. Nothing of it can be pressed here. */
export function TemplateCard({ attachment }: { attachment: Attachment }) {
  const t = useTranslations("inbox.attachment");
  const labelOf = useAttachmentLabel();
  const { title, subtitle, template, elements = [] } = attachment;
  const label = template ? t(`template.${template}`) : labelOf(attachment.type);
  const buttons = template === "one_time_notif_req" ? [t("notifyMe")] : (attachment.buttons ?? []);
  const elementKeys = uniqueKeys(elements.map((element) => element.title));
  const buttonKeys = uniqueKeys(buttons);
  return (
    <div className="max-w-full min-w-48 overflow-hidden rounded-lg border bg-surface">
      <p className="flex items-center gap-1.5 px-3 pt-2 text-xs text-soft">
        <LayoutTemplate aria-hidden="true" className="size-3.5" />
        {label}
      </p>
      <div className="px-3 pt-0.5 pb-2 empty:pb-1">
        {title && (
          <p dir="auto" className="text-base whitespace-pre-wrap [overflow-wrap:anywhere]">
            {title}
          </p>
        )}
        {subtitle && <p className="text-soft [overflow-wrap:anywhere]">{subtitle}</p>}
      </div>
      {elements.length > 0 && (
        <ul className="divide-y border-t">
          {elements.map((element, index) => (
            <li key={elementKeys[index]} className="px-3 py-1.5">
              <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
                {element.title ?? t("untitled")}
              </p>
              {element.subtitle && (
                <p dir="auto" className="text-xs text-soft [overflow-wrap:anywhere]">
                  {element.subtitle}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {buttons.length > 0 && (
        <ul aria-label={t("buttons")} className="flex flex-wrap gap-1.5 border-t px-3 py-2">
          {buttons.map((button, index) => (
            <li key={buttonKeys[index]} className="max-w-full truncate rounded-full border px-2.5 py-0.5 text-xs">
              <bdi>{button}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
