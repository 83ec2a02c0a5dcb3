"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { ConnectLink } from "./connect-link";
import { pagesQuery } from "./pages-query";

/** The button above the list, for those who may connect Pages. While there is no Page, the empty list has it. */
export function ConnectAction() {
  const t = useTranslations("pages");
  const mayManage = useMayDo("pages:connect");
  const { data: hasPages = false } = useQuery({ ...pagesQuery, select: (pages) => pages.length > 0 });
  return mayManage && hasPages ? <ConnectLink>{t("connect")}</ConnectLink> : null;
}
