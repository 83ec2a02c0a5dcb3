"use client";

import { MapPin } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/api/schemas/inbox";
import { Card, OutsideLink, useAttachmentLabel } from "./attachment-card";
import { toHref } from "./split-links";

type LocationCardProps = { attachment: Attachment; coordinates: NonNullable<Attachment["coordinates"]> };

/** A place: five decimals are a metre. */
export function LocationCard({ attachment: { type, title, url }, coordinates }: LocationCardProps) {
  const t = useTranslations("inbox.attachment");
  const label = useAttachmentLabel()(type);
  const { latitude, longitude } = coordinates;
  const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <Card icon={MapPin} title={title ?? label}>
      <p className="text-xs text-soft">{place}</p>
      <OutsideLink href={(url && toHref(url)) || map}>{t("openMap")}</OutsideLink>
    </Card>
  );
}
