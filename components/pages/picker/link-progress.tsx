"use client";

import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import type { AvailablePage } from "@/lib/api/schemas/pages";
import type { LinkOutcome } from "./link-in-batches";
import type { LinkRun } from "./use-link-pages";

/** Nothing in this list takes the focus, so the list itself must, or the keyboard cannot scroll it. */
const KEYBOARD_SCROLLABLE = { tabIndex: 0 };

type LinkProgressProps = {
  pages: readonly AvailablePage[];
  run: LinkRun;
  onRetry: (pageIds: readonly string[]) => void;
  onDone: () => void;
};

/** What became of each Page, while it goes and afterwards. */
export function LinkProgress({ pages, run, onRetry, onDone }: LinkProgressProps) {
  const t = useTranslations("pages.picker");
  const total = run.pageIds.length;
  const done = run.outcomes.size;
  const failed = run.pageIds.filter((pageId) => run.outcomes.get(pageId)?.ok === false);
  const ok = done - failed.length;
  // Afterwards what needs a person comes first; while it runs nothing moves.
  const shown = run.isRunning ? run.pageIds : [...failed, ...run.pageIds.filter((pageId) => !failed.includes(pageId))];
  return (
    <>
      <div role="status" className="pb-3">
        {run.isRunning ? (
          <p className="mb-2 flex items-center gap-2">
            <Spinner />
            {t("progress", { done, total })}
          </p>
        ) : failed.length === 0 ? (
          <Callout tone="good" title={t("resultAll", { count: ok })} />
        ) : (
          <Callout tone="warn" title={t("resultSome", { ok, total })}>
            {t("resultHint")}
          </Callout>
        )}
      </div>
      {run.isRunning && (
        <div
          role="progressbar"
          aria-label={t("progressLabel")}
          aria-valuenow={done}
          aria-valuemin={0}
          aria-valuemax={total}
          className="mb-3 h-1 overflow-hidden rounded-full bg-line"
        >
          <div className="h-full bg-accent transition-[width]" style={{ width: `${(done / total) * 100}%` }} />
        </div>
      )}
      <ul
        {...KEYBOARD_SCROLLABLE}
        aria-label={t("list")}
        className="-mx-5 min-h-0 flex-1 divide-y overflow-y-auto overscroll-contain border-y px-5"
      >
        {shown.map((pageId) => (
          <ProgressRow
            key={pageId}
            pageId={pageId}
            page={pages.find((page) => page.id === pageId)}
            outcome={run.outcomes.get(pageId)}
          />
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2 pt-4">
        {!run.isRunning && failed.length > 0 && (
          <Button onClick={() => onRetry(failed)}>{t("retry", { count: failed.length })}</Button>
        )}
        <Button variant="primary" disabled={run.isRunning} onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </>
  );
}

type ProgressRowProps = { pageId: string; page: AvailablePage | undefined; outcome: LinkOutcome | undefined };

function ProgressRow({ pageId, page, outcome }: ProgressRowProps) {
  const t = useTranslations("pages.picker");
  const name = page?.name ?? pageId;
  return (
    <li className="flex min-h-12 items-center gap-3 py-2">
      <Avatar name={name} src={page?.pictureUrl} size="sm" shape="square" hueFrom={pageId} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        {outcome?.ok === false && <p className="text-xs text-soft">{outcome.reason}</p>}
      </div>
      {outcome === undefined ? (
        <span className="flex items-center gap-1.5 text-xs text-soft">
          <CircleDashed aria-hidden="true" />
          {t("waiting")}
        </span>
      ) : outcome.ok ? (
        <span className="flex items-center gap-1.5 text-xs text-good">
          <CircleCheck aria-hidden="true" />
          {t("ok")}
        </span>
      ) : (
        <span className="flex items-center gap-1.5 text-xs text-bad">
          <CircleAlert aria-hidden="true" />
          {t("failed")}
        </span>
      )}
    </li>
  );
}
