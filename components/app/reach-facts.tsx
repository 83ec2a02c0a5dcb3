"use client";

import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Fact, Facts } from "@/components/ui/facts";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AppInfo } from "@/lib/api/schemas/app";

const looks: Record<AppInfo["reach"]["status"], { tone: BadgeTone; icon: LucideIcon }> = {
  proven: { tone: "good", icon: CircleCheck },
  likely: { tone: "good", icon: CircleCheck },
  unlikely: { tone: "warn", icon: CircleX },
  unknown: { tone: "neutral", icon: CircleHelp },
};

type ReachFactsProps = Pick<AppInfo, "reach" | "verifiedAt" | "lastNotificationAt" | "handshake">;

/** Whether Meta gets through to this desk: what it did itself, and what can be told from here. */
export function ReachFacts({ reach, verifiedAt, lastNotificationAt, handshake }: ReachFactsProps) {
  const t = useTranslations("app.reach");
  const { tone, icon: Icon } = looks[reach.status];
  return (
    <Facts className="max-md:grid-cols-1 max-md:gap-y-0.5 max-md:[&_dd]:mb-2">
      <Fact label={t("label")}>
        <Badge tone={tone}>
          <Icon aria-hidden="true" />
          {t(reach.status)}
        </Badge>
        <p className="mt-1">{reach.detail}</p>
      </Fact>
      <Fact label={t("verified")}>{verifiedAt === null ? t("neverVerified") : <RelativeTime at={verifiedAt} />}</Fact>
      <Fact label={t("lastNotification")}>
        {lastNotificationAt === null ? t("noNotification") : <RelativeTime at={lastNotificationAt} />}
      </Fact>
      <Fact label={t("handshake")}>
        {handshake === null ? (
          t("handshakeNever")
        ) : (
          <>
            <RelativeTime at={handshake.at} />
            <p>{handshake.error === null ? t("handshakeGood") : `${t("handshakeBad")} ${handshake.error}`}</p>
          </>
        )}
      </Fact>
    </Facts>
  );
}
