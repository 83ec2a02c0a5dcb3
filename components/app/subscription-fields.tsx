"use client";

import { useTranslations } from "use-intl";
import type { AppSubscription } from "@/lib/api/schemas/app";

/** The fields of one object that are on for the app, folded, with the version of what they bring. */
export function SubscriptionFields({ fields }: Pick<AppSubscription, "fields">) {
  const t = useTranslations("app.subscriptions");
  const versions = [...new Set(fields.map(({ version }) => version))];
  const [only = null] = versions.length === 1 ? versions : [];
  return (
    <details className="mt-1.5">
      <summary className="w-fit rounded-sm text-soft hover:text-ink max-md:min-h-11 max-md:content-center">
        {t("fields", { count: fields.length })}
        {only !== null && ` · ${only}`}
      </summary>
      <ul className="mt-1.5 flex flex-wrap gap-1.5">
        {fields.map(({ name, version }) => (
          <li key={name} className="rounded-sm border bg-canvas px-1.5 py-0.5 font-mono text-xs break-all">
            {name}
            {only === null && version !== null && <span className="text-soft"> {version}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
