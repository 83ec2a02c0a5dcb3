"use client";

import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ErrorClass } from "@/lib/api/schemas/delivery-errors";

const TONES: Record<ErrorClass, BadgeTone> = {
  transient: "neutral",
  rate: "warn",
  token: "bad",
  permission: "bad",
  window: "warn",
  recipient: "neutral",
  request: "warn",
  restriction: "bad",
  unconfirmed: "warn",
  not_sent: "neutral",
};

/** What kind of cause an error has, in a word. */
export function ClassBadge({ errorClass }: { errorClass: ErrorClass }) {
  const t = useTranslations("errors.class");
  return <Badge tone={TONES[errorClass]}>{t(errorClass)}</Badge>;
}
