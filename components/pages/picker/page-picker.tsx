"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SearchInput } from "@/components/ui/search-input";
import { matchesName } from "../matches-name";
import { pagesQuery } from "../pages-query";
import type { AvailablePages } from "./available-pages-query";
import { ConsentNotes } from "./consent-notes";
import { LinkProgress } from "./link-progress";
import { PickerRow } from "./picker-row";
import { firstSelection, isNew, toggleAll } from "./selection";
import { useLinkPages } from "./use-link-pages";

type PagePickerProps = {
  available: AvailablePages;
  onDone: () => void;
};

/** Search, pick, link, and see what became of each. */
export function PagePicker({ available, onDone }: PagePickerProps) {
  const t = useTranslations("pages.picker");
  const { data: deskPages = [] } = useQuery(pagesQuery);
  const selectAllId = useId();
  const [query, setQuery] = useState("");
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const { run, start } = useLinkPages();
  const { pages } = available;
  if (run) return <LinkProgress pages={pages} run={run} onRetry={start} onDone={onDone} />;

  const selected = picked ?? firstSelection(pages, deskPages);
  const shown = pages.filter((page) => matchesName(page.name, query));
  const selectable = shown.filter(isNew);
  const selectedHere = selectable.filter((page) => selected.has(page.id)).length;
  return (
    <>
      <ConsentNotes {...available} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
        <SearchInput label={t("search")} value={query} onValueChange={setQuery} className="min-w-40 flex-1" />
        <label htmlFor={selectAllId} className="flex items-center gap-2 max-md:min-h-11">
          <Checkbox
            id={selectAllId}
            checked={selectable.length > 0 && selectedHere === selectable.length}
            indeterminate={selectedHere > 0 && selectedHere < selectable.length}
            disabled={selectable.length === 0}
            onCheckedChange={(checked) => setPicked(toggleAll(selected, selectable, checked))}
          />
          {query === "" ? t("selectAll") : t("selectAllMatching")}
        </label>
      </div>
      {shown.length === 0 ? (
        <p className="py-8 text-center text-soft">{t("noMatch", { query })}</p>
      ) : (
        <ul
          aria-label={t("list")}
          className="-mx-5 min-h-0 flex-1 divide-y overflow-y-auto overscroll-contain border-y px-5"
        >
          {shown.map((page) => (
            <PickerRow
              key={page.id}
              page={page}
              checked={selected.has(page.id)}
              onCheckedChange={(checked) => setPicked(toggleAll(selected, [page], checked))}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3 pt-4">
        <p aria-live="polite" className="text-soft">
          {t("selected", { count: selected.size })}
        </p>
        <div className="flex flex-wrap items-center gap-3 max-md:w-full">
          <a href="/api/pages/connect" className="text-accent underline-offset-2 hover:underline">
            {t("differentPages")}
          </a>
          <Button
            variant="primary"
            className="max-md:w-full"
            disabled={selected.size === 0}
            onClick={() => void start([...selected])}
          >
            {t("link", { count: selected.size })}
          </Button>
        </div>
      </div>
    </>
  );
}
