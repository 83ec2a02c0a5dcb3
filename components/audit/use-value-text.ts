"use client";

import { useLocale, useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { formatExactTime } from "@/lib/i18n/format-time";
import { usePersonName } from "./use-person-name";

const ROLES = ["owner", "admin", "agent", "developer"] as const;

/** A function from what an entry says, and about what, to words: names for ids, yes and no, times. */
export function useValueText(): (name: string, value: unknown) => string {
  const t = useTranslations("audit");
  const roles = useTranslations("shell.roles");
  const locale = useLocale();
  const pageName = usePageName();
  const personName = usePersonName();

  function one(name: string, value: unknown): string {
    if (value === null && name.endsWith("Days")) return t("forGood");
    if (value === null || value === undefined) return t("none");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return name === "since" ? formatExactTime(value, locale) : String(value);
    if (typeof value !== "string") return JSON.stringify(value);
    if (name === "role") return roles(ROLES.find((role) => role === value) ?? "agent");
    if (name === "userId" || name === "madeBy") return personName(value) ?? value;
    if (name === "pages" || name === "pageIds") return value === "all" ? t("all") : pageName(value);
    return value;
  }

  return (name, value) => {
    if (!Array.isArray(value)) return one(name, value);
    return value.length === 0 ? t("none") : value.map((each) => one(name, each)).join(", ");
  };
}
