"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/use-error-text";
import { Button } from "./button";
import { Callout } from "./callout";

/** A list or screen that could not be loaded. Where older data is at hand, show it below. */
export function LoadError({
  error,
  onRetry,
  className,
}: {
  error: unknown;
  onRetry: () => unknown;
  className?: string;
}) {
  const t = useTranslations("ui");
  const text = useErrorText()(error);
  return (
    <Callout
      tone="bad"
      role="alert"
      title={text.title}
      className={className}
      action={
        <Button size="sm" onClick={() => onRetry()}>
          {t("retry")}
        </Button>
      }
    >
      {text.detail}
    </Callout>
  );
}
