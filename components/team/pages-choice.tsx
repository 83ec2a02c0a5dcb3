"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { matchesName } from "@/components/pages/matches-name";
import { pagesQuery } from "@/components/pages/pages-query";
import { PageDot } from "@/components/ui/page-dot";
import { SearchInput } from "@/components/ui/search-input";
import type { Access } from "./access";

/** More than this and a search field helps. */
const FEW = 8;

type PagesChoiceProps = {
  value: Pick<Access, "hasAllPages" | "pageIds">;
  onValueChange: (value: Pick<Access, "hasAllPages" | "pageIds">) => void;
  /** Why all Pages cannot be chosen; null when they can. */
  obstacle: string | null;
};

/** All Pages, or some of those that who chooses can see. */
export function PagesChoice({ value, onValueChange, obstacle }: PagesChoiceProps) {
  const t = useTranslations("team.pages");
  const id = useId();
  const choices = [
    { name: "all", hasAllPages: true, hint: obstacle ?? t("allHint"), isDisabled: obstacle !== null },
    { name: "some", hasAllPages: false, hint: null, isDisabled: false },
  ] as const;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("label")}</legend>
      {choices.map(({ name, hasAllPages, hint, isDisabled }) => (
        <div key={name} className="flex items-start gap-2.5 py-1.5 max-md:py-2.5">
          <input
            type="radio"
            id={`${id}-${name}`}
            name={id}
            checked={value.hasAllPages === hasAllPages}
            disabled={isDisabled}
            aria-describedby={hint === null ? undefined : `${id}-${name}-hint`}
            onChange={() => onValueChange({ ...value, hasAllPages })}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <div>
            <label htmlFor={`${id}-${name}`}>{t(name)}</label>
            {hint !== null && (
              <p id={`${id}-${name}-hint`} className="text-xs text-soft">
                {hint}
              </p>
            )}
          </div>
        </div>
      ))}
      {!value.hasAllPages && (
        <PageChecklist chosen={value.pageIds} onChange={(pageIds) => onValueChange({ hasAllPages: false, pageIds })} />
      )}
    </fieldset>
  );
}

function PageChecklist({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useTranslations("team.pages");
  const { data: pages = [] } = useQuery(pagesQuery);
  const [query, setQuery] = useState("");
  const shown = pages.filter(({ name }) => matchesName(name, query));
  if (pages.length === 0) return <p className="text-soft">{t("none")}</p>;
  return (
    <div className="mt-1 flex flex-col gap-2 pl-6.5">
      {pages.length > FEW && <SearchInput label={t("search")} value={query} onValueChange={setQuery} />}
      {shown.length === 0 ? (
        <p className="text-soft">{t("noMatch")}</p>
      ) : (
        <ul aria-label={t("list")} className="max-h-48 overflow-y-auto overscroll-contain rounded-md border px-2 py-1">
          {shown.map(({ id, name }) => (
            <li key={id}>
              <label className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={({ currentTarget }) =>
                    onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
                  }
                  className="size-4 shrink-0 accent-accent"
                />
                <PageDot pageId={id} />
                <span className="min-w-0 truncate">{name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <p aria-live="polite" className="text-xs text-soft">
        {t("chosen", { count: chosen.length })}
      </p>
    </div>
  );
}
