"use client";

import { useTranslations } from "use-intl";

const YEAR = 365;

/** A number of days in words: whole years as years. */
export function useAgeText(): (days: number | null) => string {
  const t = useTranslations("settings.retention");
  return (days) => {
    if (days === null) return t("forever");
    if (days === 0) return t("none");
    return days % YEAR === 0 ? t("years", { years: days / YEAR }) : t("days", { days });
  };
}
