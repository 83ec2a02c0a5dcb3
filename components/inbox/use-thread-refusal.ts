"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { ThreadControlInput } from "@/lib/api/schemas/outgoing";

/** A function that says what did not happen, why, and what can be done instead. */
export function useThreadRefusal() {
  const t = useTranslations("thread.refused");
  const errorText = useErrorText();
  return useCallback(
    (action: ThreadControlInput["action"], error: unknown) => {
      const { title, detail } = errorText(error);
      if (!(error instanceof ApiError) || error.code !== "graph_refused") return toast.bad(title, { detail });
      return toast.bad(t(action), { detail: action === "take" ? t("askInstead", { why: detail }) : detail });
    },
    [t, errorText],
  );
}
