"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { textLinkStyle } from "@/components/ui/text-link";
import type { MessageError } from "@/lib/api/schemas/inbox";

/** What Meta said about a message it did not take, and the way to where all such errors are. */
export function FailureDetails({ error }: { error: MessageError }) {
  const t = useTranslations("inbox.failure");
  const tErrors = useTranslations("errors.inThread");
  const facts = [
    { name: t("said"), value: error.message },
    { name: t("code"), value: error.code },
    { name: t("subcode"), value: error.subcode },
    { name: t("trace"), value: error.fbtraceId },
  ];
  return (
    <div className="flex max-w-full flex-wrap justify-end gap-x-4">
      <details className="max-w-full text-soft open:basis-full">
        <summary className="max-md:py-3">{t("details")}</summary>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 rounded-md border bg-surface px-3 py-2 text-left">
          {facts.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd className="font-mono break-words text-ink">{value === null || value === "" ? t("none") : value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Link
        href={`/errors?view=list&error=${encodeURIComponent(error.deliveryErrorId)}`}
        className={`${textLinkStyle} max-md:py-3`}
      >
        {tErrors("link")}
      </Link>
    </div>
  );
}
