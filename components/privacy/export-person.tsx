"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

/** Saves all that is kept of the person of a conversation as a file. */
export function ExportPerson({ conversationId }: { conversationId: string }) {
  const t = useTranslations("privacy.export");
  return (
    <a
      href={`/api/conversations/${encodeURIComponent(conversationId)}/export`}
      download
      title={t("hint")}
      className={cn(buttonStyle({ variant: "ghost" }), "-ml-3")}
    >
      <Download aria-hidden="true" />
      {t("button")}
    </a>
  );
}
