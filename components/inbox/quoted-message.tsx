"use client";

import { Reply } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/api/schemas/inbox";

type QuotedMessageProps = {
  /** Undefined when it is not among the loaded ones. */
  message: Message | undefined;
  customerName: string;
};

/** What a message answers. */
export function QuotedMessage({ message, customerName }: QuotedMessageProps) {
  const t = useTranslations("inbox");
  const name = message?.direction === "in" ? customerName : (message?.authorName ?? t("thread.author.desk"));
  return (
    <div className="mb-0.5 flex max-w-[min(30rem,80%)] min-w-0 items-start gap-1.5 px-1 text-xs text-soft">
      <Reply aria-hidden="true" className="mt-0.5 size-3.5" />
      <div className="min-w-0">
        <p className="truncate">{message ? t("thread.repliedTo", { name }) : t("thread.repliedToGone")}</p>
        {message && (
          <p dir="auto" className="truncate border-l-2 pl-2 italic">
            {message.text ?? t("list.kind.attachment")}
          </p>
        )}
      </div>
    </div>
  );
}
