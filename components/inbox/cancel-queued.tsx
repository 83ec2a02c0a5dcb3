"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { textLinkStyle } from "@/components/ui/text-link";
import type { Message } from "@/lib/api/schemas/inbox";
import { useSettleMessage } from "./use-settle-message";

/** Most messages are gone by then: nothing is to flash under each of them. */
const AFTER_MS = 1500;

/** Takes back a message that waits in the queue: for its turn, or to be tried again. */
export function CancelQueued({ message }: { message: Message }) {
  const t = useTranslations("errors.inThread");
  const [isWaiting, setWaiting] = useState(false);
  const cancel = useSettleMessage(message, t("cancelled"), "cancel");
  useEffect(() => {
    const timer = setTimeout(() => setWaiting(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isWaiting) return null;
  return (
    <button
      type="button"
      aria-disabled={cancel.isPending || undefined}
      onClick={cancel.isPending ? undefined : () => cancel.mutate()}
      className={cn(textLinkStyle, "mt-1 px-1 text-xs max-md:min-h-11")}
    >
      {t("cancel")}
    </button>
  );
}
