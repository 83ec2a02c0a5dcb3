import Link from "next/link";
import type { ReactNode } from "react";
import { Screen } from "@/components/shell/screen";
import { getTranslator } from "@/lib/i18n/get-translator";

const PARTS = [
  { name: "notifications", href: "/notifications" },
  { name: "failures", href: "/notifications/failures" },
  { name: "replays", href: "/notifications/replays" },
  { name: "samples", href: "/notifications/samples" },
] as const;

type InspectorScreenProps = { part: (typeof PARTS)[number]["name"]; actions?: ReactNode; children: ReactNode };

/** The frame of the inspector's parts, and the way between them. */
export function InspectorScreen({ part, actions, children }: InspectorScreenProps) {
  const t = getTranslator("notifications");
  return (
    <Screen title={t("title")} width="wide" actions={actions}>
      <nav aria-label={t("parts.label")} className="mb-4 flex gap-1 overflow-x-auto border-b">
        {PARTS.map(({ name, href }) => (
          <Link
            key={name}
            href={href}
            aria-current={name === part ? "page" : undefined}
            className="flex h-9 items-center border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-soft outline-offset-[-2px] transition-colors hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink max-md:h-11"
          >
            {t(`parts.${name}`)}
          </Link>
        ))}
      </nav>
      {children}
    </Screen>
  );
}
