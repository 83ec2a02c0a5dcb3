"use client";

import { Reply } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/api/schemas/inbox";
import { useThreadFrame } from "./thread-frame";

/** What a message answers; a way there when that is known. */
export function QuotedMessage({ quoted }: { quoted: Message["quoted"] }) {
  const t = useTranslations("inbox");
  const { customerName, onShow } = useThreadFrame();
  const style = "mb-0.5 flex max-w-[min(30rem,80%)] min-w-0 items-start gap-1.5 px-1 text-left text-xs text-soft";
  if (quoted === null || quoted.isUnsent) {
    return (
      <p className={style}>
        <Reply aria-hidden="true" className="mt-0.5 size-3.5" />
        {t(quoted === null ? "thread.repliedToMissing" : "thread.repliedToUnsent")}
      </p>
    );
  }
  const name = quoted.direction === "in" ? customerName : (quoted.authorName ?? t("thread.author.desk"));
  return (
    <button
      type="button"
      title={t("thread.showQuoted")}
      onClick={() => onShow(quoted.id)}
      className={`${style} rounded-sm hover:text-ink max-md:min-h-11`}
    >
      <Reply aria-hidden="true" className="mt-0.5 size-3.5" />
      <span className="min-w-0">
        <span className="block truncate">{t("thread.repliedTo", { name })}</span>
        <span dir="auto" className="block truncate border-l-2 pl-2 italic">
          {quoted.text || t("list.kind.attachment")}
        </span>
      </span>
    </button>
  );
}
