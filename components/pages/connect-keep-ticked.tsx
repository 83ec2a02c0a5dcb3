"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import { pagesQuery } from "./pages-query";

/** So many are called by name. */
const NAMED = 6;

/** Facebook's dialog asks about every Page anew: whoever unticks one there takes it away from the desk. */
export function ConnectKeepTicked() {
  const t = useTranslations("connect.keep");
  const { data: pages = [] } = useQuery(pagesQuery);
  const connected = pages.filter(({ status, token }) => status !== "unlinked" && token.source !== "pasted");
  if (connected.length === 0) return null;
  const names = connected.slice(0, NAMED).map(({ name }) => name);
  return (
    <Callout tone="warn" title={t("title")} className="mt-4">
      <p>{t("body")}</p>
      <p className="mt-1 font-medium">
        {t("names", { names: names.join(", "), more: connected.length - names.length })}
      </p>
    </Callout>
  );
}
