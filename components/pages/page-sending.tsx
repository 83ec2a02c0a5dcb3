"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { useMayDo } from "@/components/shell/role-context";
import { buttonStyle } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Select } from "@/components/ui/select";
import { textLinkStyle } from "@/components/ui/text-link";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Page } from "@/lib/api/schemas/pages";
import { writePage } from "./write-page";

type Settable = "humanAgent" | "oneTime";
type Capability = Page["capabilities"][Settable];
const LINE = "flex flex-wrap items-center gap-x-3 gap-y-1";
const VALUES: readonly Capability[] = ["unknown", "yes", "no"];

/** What Meta lets a Page send beyond replies, as far as it is known or was set. */
export function PageSending({ page }: { page: Page }) {
  const t = useTranslations("onetime.sending");
  const mayManage = useMayDo("pages:manage");
  const set = useSetCapabilities(page.id);
  const path = `/pages/${encodeURIComponent(page.id)}`;
  const choice = (name: Settable) =>
    mayManage ? (
      <Select
        label={t(name)}
        items={VALUES.map((value) => ({ value, label: t(`values.${value}`) }))}
        value={page.capabilities[name]}
        onValueChange={(value) => set.mutate({ [name]: value })}
      />
    ) : (
      t(`values.${page.capabilities[name]}`)
    );
  return (
    <Facts className="max-md:grid-cols-1 max-md:gap-y-0 max-md:[&_dd]:mb-2.5">
      <Fact label={t("humanAgent")}>
        <span className={LINE}>
          {choice("humanAgent")} <span className="text-soft">{t("humanAgentHint")}</span>
        </span>
      </Fact>
      <Fact label={t("oneTime")}>
        <span className={LINE}>
          {choice("oneTime")}
          <Link href={`${path}/one-time`} className={`${textLinkStyle} underline`}>
            {t("openOneTime")}
          </Link>
        </span>
      </Fact>
      <Fact label={t("utility")}>
        <span className={LINE}>
          {t(`values.${page.capabilities.utility}`)} <span className="text-soft">{t("utilityHint")}</span>
          {page.capabilities.utility === "no" && mayManage ? (
            // A plain link: it leaves the desk, so nothing may prefetch it.
            <a href="/api/pages/connect?utility=1" className={buttonStyle({ size: "sm" })}>
              {t("connectUtility")}
            </a>
          ) : (
            <Link href={`${path}/templates`} className={`${textLinkStyle} underline`}>
              {t("openTemplates")}
            </Link>
          )}
        </span>
      </Fact>
    </Facts>
  );
}

function useSetCapabilities(pageId: string) {
  const t = useTranslations("onetime.sending");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (json: Partial<Record<Settable, Capability>>) =>
      fetchJson<{ page: Page }>(`/api/pages/${encodeURIComponent(pageId)}/capabilities`, { method: "PUT", json }),
    onSuccess: ({ page }) => writePage(queryClient, page),
    onError: (error) => toast.bad(t("failed"), { detail: errorText(error).detail }),
  });
}
