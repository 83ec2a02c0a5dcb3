"use client";

import { useTranslations } from "use-intl";
import { buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { isConsentPermission } from "@/lib/pages/consent-permissions";
import type { AvailablePages } from "./available-pages-query";
import { findLost } from "./find-lost";

/** So many are called by name; the list below has them all. */
const NAMED = 6;

/** What the person took away in Facebook's dialog, by declining or unticking, and the way to give it back. */
export function ConsentNotes({ pages, declined }: AvailablePages) {
  const t = useTranslations("pages.picker");
  const lost = findLost(pages);
  const listed = lost.slice(0, NAMED).map(({ name }) => name);
  if (lost.length === 0 && declined.length === 0) return null;
  return (
    <div className="mb-3 flex max-h-[40dvh] shrink-0 flex-col gap-2 overflow-y-auto">
      {lost.length > 0 && (
        <Callout
          tone="bad"
          role="alert"
          title={t("lost", { count: lost.length })}
          action={<ConsentLink href="/api/pages/connect">{t("lostAction")}</ConsentLink>}
        >
          {t("lostBody", { names: listed.join(", "), more: lost.length - listed.length })}
        </Callout>
      )}
      {declined.length > 0 && <Declined permissions={declined} />}
    </div>
  );
}

function Declined({ permissions }: { permissions: readonly string[] }) {
  const t = useTranslations("pages.picker");
  const tCost = useTranslations("connect.permissions.names");
  return (
    <Callout
      tone="warn"
      title={t("declined", { count: permissions.length })}
      action={<ConsentLink href="/api/pages/connect?rerequest=1">{t("askAgain")}</ConsentLink>}
    >
      <ul>
        {permissions.map((permission) => (
          <li key={permission}>
            <span className="font-mono text-xs">{permission}</span>
            {isConsentPermission(permission) && `: ${tCost(`${permission}.cost`)}`}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** A plain link: it leaves the desk, so nothing may prefetch it. */
function ConsentLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className={buttonStyle({ size: "sm" })}>
      {children}
    </a>
  );
}
