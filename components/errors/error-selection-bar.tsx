"use client";

import { RotateCw, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { RetryDialog } from "./retry-dialog";
import type { ErrorSelection } from "./use-error-selection";
import { useMarkErrors } from "./use-mark-errors";

/** What can be done with the errors that are chosen; at the foot of the screen while there are any. */
export function ErrorSelectionBar({ selected, clear }: Pick<ErrorSelection, "selected" | "clear">) {
  const t = useTranslations("errors.selection");
  const [isRetrying, setRetrying] = useState(false);
  const mark = useMarkErrors();
  if (selected.length === 0) return null;
  const selection = { ids: selected };
  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-4 z-20 mx-auto flex animate-appear flex-wrap items-center gap-2 rounded-lg bg-raised py-2 pr-2 pl-4 shadow-float max-md:gap-1 max-md:pl-3"
    >
      <p role="status" className="mr-2 font-medium max-md:mr-0 whitespace-nowrap">
        {t("count", { count: selected.length })}
      </p>
      <Button variant="primary" onClick={() => setRetrying(true)}>
        <RotateCw aria-hidden="true" className="max-md:hidden" />
        {t("retry")}
      </Button>
      <Button pending={mark.isPending} onClick={() => mark.mutate({ selection, isKnown: true }, { onSuccess: clear })}>
        {t("mark")}
      </Button>
      <IconButton label={t("clear")} onClick={clear}>
        <X />
      </IconButton>
      {isRetrying && (
        <RetryDialog
          selection={selection}
          isOpen
          onClose={() => {
            setRetrying(false);
            clear();
          }}
        />
      )}
    </section>
  );
}
