"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { textLinkStyle } from "@/components/ui/text-link";
import type { NotificationEvent } from "@/lib/api/schemas/notifications";

const tones: Record<NotificationEvent["outcome"], BadgeTone> = {
  applied: "good",
  duplicate: "neutral",
  not_interpreted: "neutral",
  parked: "accent",
  failed: "bad",
};

/** The events of a notification in the order Meta sent them, and where each one went. */
export function EventTable({ events }: { events: readonly NotificationEvent[] }) {
  const t = useTranslations("notifications.events");
  if (events.length === 0) return <p className="text-soft">{t("none")}</p>;
  return (
    <ul aria-label={t("label")} className="divide-y">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <span className="w-44 font-mono text-xs font-medium break-all max-md:w-auto max-md:flex-1">
            {event.field}
          </span>
          <Badge tone={tones[event.outcome]}>{t(`outcomes.${event.outcome}`)}</Badge>
          <span
            className="min-w-0 flex-1 truncate font-mono text-xs text-soft max-md:order-last max-md:basis-full"
            title={event.key}
          >
            {event.key}
          </span>
          {event.conversationId !== null && (
            <Link href={conversationHref(event)} className={textLinkStyle}>
              {t("conversation")}
            </Link>
          )}
          {event.error !== null && <p className="basis-full text-bad">{event.error}</p>}
        </li>
      ))}
    </ul>
  );
}

function conversationHref({ conversationId, messageId }: NotificationEvent): string {
  const message = messageId === null ? "" : `?message=${encodeURIComponent(messageId)}`;
  return `/inbox/${encodeURIComponent(conversationId ?? "")}${message}`;
}
