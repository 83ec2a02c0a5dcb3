"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { describeDevice } from "./describe-device";

/** A function from what a browser says it is to words: "Chrome on Windows". */
export function useDeviceName(): (userAgent: string | null) => string {
  const t = useTranslations("account.sessions");
  return useCallback(
    (userAgent: string | null) => {
      const { browser, system } = describeDevice(userAgent);
      return browser !== null && system !== null ? t("on", { browser, system }) : (browser ?? system ?? t("unknown"));
    },
    [t],
  );
}
