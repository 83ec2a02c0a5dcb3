"use client";

import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { textLinkStyle } from "@/components/ui/text-link";
import type { NotificationEvent } from "@/lib/api/schemas/notifications";
import { formatExactTime } from "@/lib/i18n/format-time";
import { describeTiming, type Timing } from "./describe-timing";
import { firstEvents } from "./first-events";
import { formatMs } from "./format-ms";

const tones: Record<NotificationEvent["outcome"], BadgeTone> = {
  applied: "good",
  recorded: "neutral",
  duplicate: "neutral",
  not_recognised: "warn",
  parked: "accent",
  failed: "bad",
};

/** More than this are shown when asked for, so that the payload below is near. */
const FIRST_EVENTS = 50;

type EventTableProps = {
  events: readonly NotificationEvent[];
  /** When the notification came in (Unix ms). */
  receivedAt: number;
};

/**
 * The events of a notification in the order Meta sent them, and where each one went. Of many, only some: those that
 * failed first.
 */
export function EventTable({ events, receivedAt }: EventTableProps) {
  const t = useTranslations("notifications.events");
  const [isWhole, setWhole] = useState(false);
  if (events.length === 0) return <p className="text-soft">{t("none")}</p>;
  const timing = describeTiming(events, receivedAt);
  const total = events.length;
  return (
    <>
      {total > FIRST_EVENTS && (
        <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
          <p className="text-soft">{isWhole ? t("allShown", { total }) : t("cut", { count: FIRST_EVENTS, total })}</p>
          <Button size="sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t("showFewer") : t("showAll", { total })}
          </Button>
        </div>
      )}
      <ul aria-label={t("label")} className="divide-y">
        {(isWhole ? events : firstEvents(events, FIRST_EVENTS)).map((event) => (
          <EventItem key={event.id} event={event} timing={timing.get(event.id)} />
        ))}
      </ul>
    </>
  );
}

function EventItem({ event, timing }: { event: NotificationEvent; timing: Timing | undefined }) {
  const t = useTranslations("notifications.events");
  const locale = useLocale();
  const { field, kind, key, outcome, error, timestampAt, conversationId, messageId, repeats, firstNotificationId } =
    event;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="w-52 max-md:w-auto max-md:flex-1">
        <span className="block font-mono text-xs font-medium break-all">{field}</span>
        {kind !== field && <span className="block text-xs text-soft">{kind}</span>}
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
        {repeats > 0 && <Badge>{t("repeats", { count: repeats })}</Badge>}
        {timing?.lateMs != null && timestampAt !== null && (
          <Badge tone="warn" title={t("happened", { time: formatExactTime(timestampAt, locale) })}>
            {t("late", { duration: formatMs(timing.lateMs, locale) })}
          </Badge>
        )}
        {timing?.isOutOfOrder && <Badge tone="warn">{t("outOfOrder")}</Badge>}
      </span>
      <span
        className="min-w-0 flex-1 truncate font-mono text-xs text-soft max-md:order-last max-md:basis-full"
        title={key}
      >
        {key}
      </span>
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        {firstNotificationId !== null && (
          <Link href={`/notifications/${encodeURIComponent(firstNotificationId)}`} className={textLinkStyle}>
            {t("first")}
          </Link>
        )}
        {conversationId !== null && (
          <Link href={conversationHref(conversationId, messageId)} className={textLinkStyle}>
            {t(messageId === null ? "conversation" : "message")}
          </Link>
        )}
      </span>
      {error !== null && <p className="basis-full break-words text-bad">{error}</p>}
    </li>
  );
}

function conversationHref(conversationId: string, messageId: string | null): string {
  const message = messageId === null ? "" : `?message=${encodeURIComponent(messageId)}`;
  return `/inbox/${encodeURIComponent(conversationId)}${message}`;
}
