"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import type { Permission } from "@/lib/auth/permissions";

const PARTS = [
  { name: "notifications", href: "/notifications", permission: "notifications:read" },
  { name: "failures", href: "/notifications/failures", permission: "webhook_failures:read" },
  { name: "replays", href: "/notifications/replays", permission: "notifications:read" },
  { name: "samples", href: "/notifications/samples", permission: "notifications:read" },
] as const satisfies { name: string; href: string; permission: Permission }[];

type Part = (typeof PARTS)[number];
export type InspectorPart = Part["name"];

/** The way between the inspector's parts, to those that who looks may open. */
export function InspectorParts({ part }: { part: InspectorPart }) {
  const t = useTranslations("notifications.parts");
  return (
    <nav aria-label={t("label")} className="mb-4 flex gap-1 overflow-x-auto border-b">
      {PARTS.map((each) => (
        <PartLink key={each.name} part={each} isCurrent={each.name === part} />
      ))}
    </nav>
  );
}

function PartLink({ part: { name, href, permission }, isCurrent }: { part: Part; isCurrent: boolean }) {
  const t = useTranslations("notifications.parts");
  if (!useMayDo(permission)) return null;
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className="flex h-9 items-center border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-soft outline-offset-[-2px] transition-colors hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink max-md:h-11"
    >
      {t(name)}
    </Link>
  );
}
