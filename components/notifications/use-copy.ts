"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";

/** Copies a text and says what was copied, or that the browser did not let us. */
export function useCopy() {
  const t = useTranslations("ui");
  return useCallback(
    async (text: string, done: string) => {
      try {
        await navigator.clipboard.writeText(text);
        toast.good(done);
      } catch {
        toast.bad(t("copyFailed"));
      }
    },
    [t],
  );
}
