"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import type { SideEffect } from "./side-effects";

type SideEffectConsentProps = {
  sideEffects: readonly SideEffect[];
  hasAgreed: boolean;
  onAgree: (hasAgreed: boolean) => void;
};

/** What customers would notice, to be agreed to before it is done. */
export function SideEffectConsent({ sideEffects, hasAgreed, onAgree }: SideEffectConsentProps) {
  const t = useTranslations("fields.review");
  const id = useId();
  if (sideEffects.length === 0) return null;
  return (
    <Callout tone="warn" title={t("sideEffect")} className="mt-3">
      {sideEffects.map(({ field, text, pageCount }) => (
        <p key={field}>
          <span className="font-mono text-xs font-medium">{field}</span> {t("onPages", { count: pageCount })}: {text}
        </p>
      ))}
      <label htmlFor={id} className="mt-2 flex items-center gap-2 font-medium">
        <Checkbox id={id} checked={hasAgreed} onCheckedChange={onAgree} />
        {t("agree")}
      </label>
    </Callout>
  );
}
