"use client";

import { MousePointerClick, Puzzle } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/api/schemas/inbox";
import { useThreadTime } from "./thread-time";

/** A line for what is not said but done: a tapped button, or an event that is not shown yet. */
export function EventLine({ message }: { message: Message }) {
  const t = useTranslations("inbox.thread");
  const time = useThreadTime();
  const what = useEventName();
  const isPostback = message.kind === "postback";
  const Icon = isPostback ? MousePointerClick : Puzzle;
  return (
    <p
      title={time.exact(message.sentAt)}
      className="flex flex-wrap items-center justify-center gap-x-1.5 gap-y-0.5 py-1.5 text-center text-xs text-soft"
    >
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="[overflow-wrap:anywhere]">
        {isPostback ? postbackText() : t("notShownYet", { what: what(message.field) })}
      </span>
      <span aria-hidden="true">·</span>
      <time dateTime={new Date(message.sentAt).toISOString()}>{time.clock(message.sentAt)}</time>
      {!isPostback && message.notificationId !== null && (
        <>
          <span aria-hidden="true">·</span>
          <Link href={`/notifications/${message.notificationId}`} className="text-accent underline underline-offset-2">
            {t("viewPayload")}
          </Link>
        </>
      )}
    </p>
  );

  function postbackText() {
    return message.text ? t("postback", { title: message.text }) : t("postbackUntitled");
  }
}

/** A function from a webhook field to words; a field without words is named as Meta names it. */
function useEventName(): (field: string | null) => string {
  const t = useTranslations("inbox.thread");
  return (field) => {
    if (field === null) return t("unknownEvent");
    const key = `event.${field}` as "event.calls";
    return t.has(key) ? t(key) : t("somethingElse", { field });
  };
}
