"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { textLinkStyle } from "@/components/ui/text-link";
import type { Message } from "@/lib/api/schemas/inbox";
import { useThreadTime } from "./thread-time";
import { useCancelMessage } from "./use-cancel-message";

/** Most messages are gone by then: nothing is to flash under each of them. */
const AFTER_MS = 1500;

/** Under a message that waits in the queue, for its turn or to be tried again: until when, and the way to take it back. */
export function CancelQueued({ message }: { message: Message }) {
  const t = useTranslations("errors.inThread");
  const time = useThreadTime();
  const [isWaiting, setWaiting] = useState(false);
  const cancel = useCancelMessage(message);
  const { retry } = message;
  useEffect(() => {
    const timer = setTimeout(() => setWaiting(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isWaiting) return null;
  return (
    <>
      {retry !== null && (
        <p className="mt-1 max-w-[min(36rem,85%)] px-1 text-right text-xs text-warn">
          {t(retry.isLimited ? "slowedDown" : "triedAgain", { time: time.clock(retry.at) })}
        </p>
      )}
      <button
        type="button"
        aria-disabled={cancel.isPending || undefined}
        onClick={cancel.isPending ? undefined : () => cancel.mutate()}
        className={cn(textLinkStyle, "mt-1 px-1 text-xs max-md:min-h-11")}
      >
        {t("cancel")}
      </button>
    </>
  );
}
