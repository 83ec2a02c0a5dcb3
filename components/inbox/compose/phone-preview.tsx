"use client";

import { Image } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OutgoingButton, OutgoingTemplate } from "@/lib/messenger/outgoing-content";
import { uniqueKeys } from "../unique-keys";

/** About how a template looks to the person. Pictures are named, not loaded: they belong to another origin. */
export function PhonePreview({ template }: { template: OutgoingTemplate }) {
  const t = useTranslations("compose.template");
  const cardKeys = uniqueKeys(template.type === "generic" ? template.elements.map(({ title }) => title) : []);
  return (
    <figure aria-label={t("preview")} className="w-full max-w-72 rounded-lg border bg-canvas p-3">
      <figcaption className="mb-2 text-center text-xs text-soft">{t("preview")}</figcaption>
      {template.type === "generic" ? (
        <ul className="flex snap-x gap-2 overflow-x-auto pb-1">
          {template.elements.map(({ title, subtitle, imageUrl, buttons = [] }, index) => (
            <li key={cardKeys[index]} className="w-52 shrink-0 snap-start overflow-hidden rounded-lg border bg-surface">
              {imageUrl && (
                <p className="flex h-20 items-center justify-center gap-1.5 bg-hover px-2 text-xs text-soft">
                  <Image aria-hidden="true" className="shrink-0" />
                  <span className="truncate">{imageUrl}</span>
                </p>
              )}
              <div className="px-3 py-2 [overflow-wrap:anywhere]">
                <p dir="auto" className="font-medium">
                  {title || "…"}
                </p>
                {subtitle && (
                  <p dir="auto" className="text-xs text-soft">
                    {subtitle}
                  </p>
                )}
              </div>
              <ButtonRows buttons={buttons} />
            </li>
          ))}
        </ul>
      ) : (
        <div className="overflow-hidden rounded-lg border bg-surface">
          <p dir="auto" className="px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {(template.type === "button" ? template.text : template.title) || "…"}
          </p>
          <ButtonRows buttons={template.type === "button" ? template.buttons : []} />
        </div>
      )}
    </figure>
  );
}

function ButtonRows({ buttons }: { buttons: readonly OutgoingButton[] }) {
  const keys = uniqueKeys(buttons.map(({ title }) => title));
  return buttons.map(({ title }, index) => (
    <p key={keys[index]} dir="auto" className="truncate border-t px-3 py-1.5 text-center font-medium text-accent">
      {title || "…"}
    </p>
  ));
}
