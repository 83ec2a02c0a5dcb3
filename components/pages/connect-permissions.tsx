"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import {
  INSTAGRAM_PERMISSIONS,
  PAGE_PERMISSIONS,
  PICKING_PERMISSIONS,
  UTILITY_PERMISSIONS,
} from "@/lib/pages/consent-permissions";

type ConnectPermissionsProps = { isConfigured: boolean; withInstagram: boolean; withUtility: boolean };

/** Every permission that is asked for: what it is for, and what declining it costs. */
export function ConnectPermissions({ isConfigured, withInstagram, withUtility }: ConnectPermissionsProps) {
  const t = useTranslations("connect.permissions");
  const permissions = [
    ...PAGE_PERMISSIONS,
    ...(withInstagram || isConfigured ? INSTAGRAM_PERMISSIONS : []),
    ...(withUtility ? UTILITY_PERMISSIONS : []),
  ];
  return (
    <Section title={t("title")} description={isConfigured ? t("configured") : t("body")}>
      <ul aria-label={t("title")} className="divide-y">
        {permissions.map((permission) => (
          <li key={permission} className="py-2.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              {t(`names.${permission}.what`)}
              {PICKING_PERMISSIONS.includes(permission) && <Badge tone="accent">{t("needed")}</Badge>}
              <span className="font-mono text-xs font-normal break-all text-soft">{permission}</span>
            </p>
            <p>{t(`names.${permission}.use`)}</p>
            <p className="text-soft">{t("cost", { cost: t(`names.${permission}.cost`) })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
