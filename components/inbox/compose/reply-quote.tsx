"use client";

import { Reply, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { QuotedDraft } from "../draft-store";

type ReplyQuoteProps = {
  quoted: QuotedDraft;
  name: string;
  /** Whether Meta takes a quote now. */
  canQuote: boolean;
  onRemove: () => void;
};

/** What the next message answers, above the field. */
export function ReplyQuote({ quoted, name, canQuote, onRemove }: ReplyQuoteProps) {
  const t = useTranslations("compose.quote");
  return (
    <div className="flex items-start gap-2 rounded-md bg-hover py-1 pr-1 pl-2.5 text-xs">
      <Reply aria-hidden="true" className="mt-1 size-3.5 shrink-0 text-soft" />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="truncate font-medium">{t("to", { name })}</p>
        <p dir="auto" className="truncate text-soft">
          {quoted.text || t("noText")}
        </p>
        {!canQuote && <p className="text-warn">{t("notNow")}</p>}
      </div>
      <IconButton label={t("remove")} onClick={onRemove}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
