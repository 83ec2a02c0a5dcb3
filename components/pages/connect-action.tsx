"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ConnectLink } from "./connect-link";
import { pagesQuery } from "./pages-query";

/** The button above the list. While there is no Page, the empty list has it. */
export function ConnectAction() {
  const t = useTranslations("pages");
  const { data: hasPages = false } = useQuery({ ...pagesQuery, select: (pages) => pages.length > 0 });
  return hasPages ? <ConnectLink>{t("connect")}</ConnectLink> : null;
}
