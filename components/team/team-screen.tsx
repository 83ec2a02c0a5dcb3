import Link from "next/link";
import type { ReactNode } from "react";
import { Screen } from "@/components/shell/screen";
import { getTranslator } from "@/lib/i18n/get-translator";

const PARTS = [
  { name: "people", href: "/team" },
  { name: "audit", href: "/team/audit" },
] as const;

type TeamScreenProps = { part: (typeof PARTS)[number]["name"]; actions?: ReactNode; children: ReactNode };

/** The frame of what is about people, and the way between its parts. */
export function TeamScreen({ part, actions, children }: TeamScreenProps) {
  const t = getTranslator("team");
  return (
    <Screen title={t("title")} actions={actions}>
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
