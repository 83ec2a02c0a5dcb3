"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { useRoleWords } from "@/components/team/use-role-words";
import { Fact, Facts } from "@/components/ui/facts";
import { PageDot } from "@/components/ui/page-dot";
import type { Me } from "@/lib/api/schemas/people";

type AccountFactsProps = {
  viewer: Pick<Me["user"], "name" | "role" | "hasAllPages">;
  /** Of whoever signs in with a password. */
  email: string | null;
};

/** Who one is here, and what follows from that. */
export function AccountFacts({ viewer, email }: AccountFactsProps) {
  const t = useTranslations("account");
  const roles = useTranslations("shell.roles");
  const roleWords = useRoleWords();
  return (
    <Facts>
      <Fact label={t("name")}>{viewer.name}</Fact>
      <Fact label={t("role")}>
        {roles(viewer.role)}
        <span className="block text-xs text-soft">{roleWords(viewer)}</span>
      </Fact>
      <Fact label={t("pages")}>{viewer.hasAllPages ? t("allPages") : <OwnPages />}</Fact>
      <Fact label={t("signIn")}>{email === null ? t("facebook") : t("password", { email })}</Fact>
    </Facts>
  );
}

function OwnPages() {
  const t = useTranslations("account");
  const { data: pages } = useQuery(pagesQuery);
  if (pages?.length === 0) return t("noPages");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {pages?.map(({ id, name }) => (
        <li key={id} className="flex items-center gap-1.5">
          <PageDot pageId={id} />
          {name}
        </li>
      ))}
    </ul>
  );
}
