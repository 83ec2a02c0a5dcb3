"use client";

import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

type CopyFieldProps = {
  label: string;
  /** Where it is typed in. */
  hint: ReactNode;
  /** One or several, each with its own button. */
  values: readonly string[];
  /** Covered until asked for: others may look at this screen too. */
  isSecret?: boolean;
};

/** Something to copy into another form, told by the name it has there. */
export function CopyField({ label, hint, values, isSecret = false }: CopyFieldProps) {
  const t = useTranslations("app.values");
  const labelId = useId();
  const [isShown, setShown] = useState(!isSecret);
  return (
    <section aria-labelledby={labelId} className="py-3">
      <h3 id={labelId} className="font-medium">
        {label}
      </h3>
      <p className="text-xs text-soft">{hint}</p>
      {values.map((value) => (
        <div key={value} className="mt-1.5 flex flex-wrap items-center gap-2">
          <code className="min-w-0 rounded-md border bg-canvas px-2.5 py-1.5 font-mono text-xs break-all">
            {isShown ? value : "•".repeat(12)}
          </code>
          {isSecret && (
            <Button size="sm" onClick={() => setShown(!isShown)}>
              {isShown ? t("hide") : t("show")}
            </Button>
          )}
          <CopyButton size="sm" text={value} label={t("copy")} />
        </div>
      ))}
    </section>
  );
}
