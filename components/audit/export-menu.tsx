"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { withParams } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Menu, MenuLinkItem } from "@/components/ui/menu";
import { useAuditFilters } from "./use-audit-filters";

const FORMATS = ["csv", "jsonl"] as const;

/** What is shown, all of it, as a file. */
export function ExportMenu() {
  const t = useTranslations("audit.export");
  const { filters } = useAuditFilters();
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden="true" />
          {t("label")}
        </Button>
      }
    >
      {FORMATS.map((format) => (
        <MenuLinkItem key={format} href={withParams("/api/audit-log/export", { ...filters, format })} download>
          {t(format)}
        </MenuLinkItem>
      ))}
    </Menu>
  );
}
