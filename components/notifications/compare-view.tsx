"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { Callout } from "@/components/ui/callout";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { textLinkStyle } from "@/components/ui/text-link";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { formatExactTime } from "@/lib/i18n/format-time";
import { diffLines } from "./diff-lines";
import { DiffTable } from "./diff-table";
import { foldSameRows } from "./fold-same-rows";
import { formatJsonText } from "./format-json-text";
import { listAddress } from "./list-address";
import { notificationQuery } from "./notifications-query";
import { OutcomeBadge } from "./outcome-badge";

/** Two notifications side by side, with the lines of their payloads that differ. */
export function CompareView({ a, b }: { a: string; b: string }) {
  const t = useTranslations("notifications.compare");
  const left = useQuery(notificationQuery(a));
  const right = useQuery(notificationQuery(b));
  const failed = [left, right].find(({ error, data }) => error && !data);
  return (
    <Screen above={<BackLink href={listAddress()}>{t("back")}</BackLink>} title={t("title")} width="wide">
      {failed ? (
        <LoadError error={failed.error} onRetry={failed.refetch} />
      ) : left.data && right.data ? (
        <Comparison left={left.data} right={right.data} />
      ) : (
        <Skeleton rows={10} />
      )}
    </Screen>
  );
}

function Comparison({ left, right }: { left: NotificationDetail; right: NotificationDetail }) {
  const t = useTranslations("notifications.compare");
  const tMasked = useTranslations("notifications.masked");
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => diffLines(toText(left), toText(right)), [left, right]);
  const folded = useMemo(() => foldSameRows(rows, opened), [rows, opened]);
  const differences = rows.filter(({ kind }) => kind !== "same").length;
  return (
    <div className="flex flex-col gap-4">
      <Callout tone={differences === 0 ? "good" : "info"} title={t("differences", { count: differences })}>
        {differences === 0 && t("same")}
      </Callout>
      {(left.isMasked || right.isMasked) && <Callout title={tMasked("title")}>{tMasked("body")}</Callout>}
      <div className="overflow-hidden rounded-lg border bg-surface">
        <div className="grid gap-x-4 gap-y-2 border-b px-4 py-3 md:grid-cols-2">
          <Heading name={t("left")} notification={left} />
          <Heading name={t("right")} notification={right} />
        </div>
        <DiffTable rows={folded} onUnfold={(from) => setOpened(new Set([...opened, from]))} />
      </div>
    </div>
  );
}

function Heading({ name, notification }: { name: string; notification: NotificationDetail }) {
  const { id, receivedAt } = notification;
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-soft">{name}</span>
      <Link href={`/notifications/${encodeURIComponent(id)}`} className={textLinkStyle}>
        {formatExactTime(receivedAt, locale)}
      </Link>
      <OutcomeBadge notification={notification} />
    </p>
  );
}

function toText({ rawBody }: NotificationDetail): string {
  return formatJsonText(rawBody) ?? rawBody;
}
