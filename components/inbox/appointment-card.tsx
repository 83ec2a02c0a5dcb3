"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/api/schemas/inbox";
import { Card } from "./attachment-card";
import { useThreadTime } from "./thread-time";

/** Meta docs: messages, appointment_booking. */
const STATES: ReadonlyMap<string, "requested" | "confirmed" | "declined" | "cancelled"> = new Map([
  ["requested", "requested"],
  ["confirmed", "confirmed"],
  ["declined", "declined"],
  ["cancelled", "cancelled"],
]);

/** A booked time, in the reader's time zone. */
export function AppointmentCard({ appointment }: { appointment: NonNullable<Attachment["appointment"]> }) {
  const t = useTranslations("inbox.attachment.appointment");
  const time = useThreadTime();
  const { status, startMs, endMs, timezone } = appointment;
  const title = status === null ? t("unnamed") : t(STATES.get(status) ?? "other", { status });
  return (
    <Card icon={CalendarClock} title={title}>
      {startMs === null ? (
        <p className="text-xs text-soft">{t("noTime")}</p>
      ) : (
        <time dateTime={new Date(startMs).toISOString()} className="block">
          {time.span(startMs, endMs ?? startMs)}
        </time>
      )}
      {timezone !== null && <p className="text-xs text-soft">{t("zone", { zone: timezone })}</p>}
    </Card>
  );
}
