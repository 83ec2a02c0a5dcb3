"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "./fetch-json";

/** A function that puts any error into words for a person: what happened, and what to do. */
export function useErrorText() {
  const t = useTranslations("ui.problems");
  return useCallback(
    (error: unknown): { title: string; detail: string } => {
      if (!(error instanceof ApiError)) return { title: t("unexpected.title"), detail: t("unexpected.detail") };
      if (error.code === "offline") return { title: t("offline.title"), detail: t("offline.detail") };
      if (error.code === "unexpected" || error.title === "") {
        return { title: t("unexpected.title"), detail: t("unexpected.detail") };
      }
      const [firstError] = error.errors;
      return { title: error.title, detail: firstError ? `${error.detail} ${firstError.message}` : error.detail };
    },
    [t],
  );
}
