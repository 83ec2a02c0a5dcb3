"use client";

import { Radio, RefreshCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Spinner } from "@/components/ui/spinner";
import { useLiveStatus } from "./live-context";

/** Says whether what is on screen follows by itself, or may be old. */
export function LiveBadge() {
  const t = useTranslations("inbox.live");
  const status = useLiveStatus();
  return (
    <div role="status" title={t(`${status}Hint`)}>
      {status === "live" && (
        <Badge tone="good">
          <Radio aria-hidden="true" />
          {t("live")}
        </Badge>
      )}
      {status === "connecting" && <Badge className="animate-late">{t("connecting")}</Badge>}
      {status === "reconnecting" && (
        <Badge tone="warn">
          <Spinner />
          {t("reconnecting")}
        </Badge>
      )}
      {status === "polling" && (
        <Badge tone="warn">
          <RefreshCw aria-hidden="true" />
          {t("polling")}
        </Badge>
      )}
    </div>
  );
}
