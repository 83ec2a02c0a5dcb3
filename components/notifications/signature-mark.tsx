"use client";

import { ShieldCheck, ShieldQuestionMark, ShieldX } from "lucide-react";
import { useTranslations } from "use-intl";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";

const looks = {
  valid: { icon: ShieldCheck, style: "text-good" },
  invalid: { icon: ShieldX, style: "text-bad" },
  missing: { icon: ShieldQuestionMark, style: "text-bad" },
} as const;

/** Whether the signature proved that Meta sent it. */
export function SignatureMark({ signature }: { signature: NotificationSummary["signature"] }) {
  const t = useTranslations("notifications.signature");
  const { icon: Icon, style } = looks[signature];
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      <Icon aria-hidden="true" className={style} />
      {t(signature)}
    </span>
  );
}
