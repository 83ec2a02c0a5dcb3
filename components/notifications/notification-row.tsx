"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatExactTime } from "@/lib/i18n/format-time";
import { formatMs } from "./format-ms";
import { LogTime } from "./log-time";
import { OutcomeBadge } from "./outcome-badge";
import { PageNames } from "./page-names";
import { SignatureMark } from "./signature-mark";

type NotificationRowProps = {
  notification: NotificationSummary;
  /** Its place in the whole table, from 1, the heading included. */
  rowIndex: number;
  /** How far below the place where the table would put it. */
  shiftPx: number;
  /** Whether Tab reaches it; arrow keys reach the others. */
  isTabStop: boolean;
  isSelected: boolean;
  onToggle: (id: string, extend: boolean) => void;
  onFocus: (id: string) => void;
};

/** The time is the link; it covers the row, but for the box that chooses it. */
export function NotificationRow({
  notification,
  rowIndex,
  shiftPx,
  isTabStop,
  isSelected,
  onToggle,
  onFocus,
}: NotificationRowProps) {
  const t = useTranslations("notifications.table");
  const locale = useLocale();
  const { id, receivedAt, pageIds, fields, signature, sizeBytes, durationMs, applyMs, duplicates } = notification;
  const exactTime = formatExactTime(receivedAt, locale);
  return (
    <tr
      aria-rowindex={rowIndex}
      style={shiftPx === 0 ? undefined : { transform: `translateY(${shiftPx}px)` }}
      className="relative h-9 transition-colors *:truncate *:border-t *:px-3 hover:bg-hover has-checked:bg-accent-tint max-md:h-13"
    >
      <td>
        <label className="relative z-10 -mx-3 flex h-full items-center justify-center">
          <input
            type="checkbox"
            aria-label={t("chooseOne", { time: exactTime })}
            checked={isSelected}
            tabIndex={isTabStop ? 0 : -1}
            onChange={() => undefined}
            // The change itself does not tell whether Shift was held.
            onClick={(event) => onToggle(id, event.shiftKey)}
            className="size-4 accent-accent"
          />
        </label>
      </td>
      <td className="font-mono text-xs">
        <Link
          href={`/notifications/${encodeURIComponent(id)}`}
          prefetch={false}
          data-row-id={id}
          tabIndex={isTabStop ? 0 : -1}
          onFocus={() => onFocus(id)}
          aria-label={t("open", { time: exactTime })}
          title={exactTime}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          <LogTime at={receivedAt} />
        </Link>
      </td>
      <td className="max-md:hidden">
        <PageNames pageIds={pageIds} />
      </td>
      <td className="font-mono text-xs" title={fields.join(", ")}>
        {fields.length === 0 ? t("none") : fields.join(", ")}
        <span className="block truncate font-sans text-soft md:hidden">
          <PageNames pageIds={pageIds} />
        </span>
      </td>
      <td>
        <OutcomeBadge notification={notification} />
        {duplicates > 0 && (
          <span className="ml-1.5 text-xs text-soft xl:hidden">
            <span aria-hidden="true" title={t("repeated", { count: duplicates })}>
              ×{duplicates}
            </span>
            <span className="sr-only">{t("repeated", { count: duplicates })}</span>
          </span>
        )}
      </td>
      <td className="max-lg:hidden">
        <SignatureMark signature={signature} />
      </td>
      <td className="text-right text-soft max-lg:hidden">{formatBytes(sizeBytes, locale)}</td>
      <td className="text-right text-soft max-lg:hidden">
        {durationMs === null ? t("none") : formatMs(durationMs, locale)}
      </td>
      <td className="text-right text-soft max-xl:hidden">{applyMs === null ? t("none") : formatMs(applyMs, locale)}</td>
      <td
        className="text-right text-soft max-xl:hidden"
        title={duplicates > 0 ? t("repeated", { count: duplicates }) : undefined}
      >
        <span aria-hidden="true">{duplicates === 0 ? t("none") : duplicates}</span>
        {duplicates > 0 && <span className="sr-only">{t("repeated", { count: duplicates })}</span>}
      </td>
    </tr>
  );
}
