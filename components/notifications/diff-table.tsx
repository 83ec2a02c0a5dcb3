"use client";

import { UnfoldVertical } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { FoldedRow } from "./fold-same-rows";

/** A payload of a thousand entries differs in more lines than anybody reads, or a browser likes to lay out. */
const MOST_ROWS = 5000;

/** Lines side by side; on a phone what was there stands above what is there instead. */
export function DiffTable({ rows, onUnfold }: { rows: readonly FoldedRow[]; onUnfold: (from: number) => void }) {
  const t = useTranslations("notifications.compare");
  return (
    <>
      <ol aria-label={t("lines")} className="font-mono text-xs">
        {rows.slice(0, MOST_ROWS).map((row) =>
          row.kind === "fold" ? (
            <li key={`fold ${row.from}`} className="border-y bg-canvas">
              <button
                type="button"
                onClick={() => onUnfold(row.from)}
                className="flex min-h-8 w-full items-center gap-2 px-4 font-sans text-soft outline-offset-[-2px] hover:text-ink max-md:min-h-11"
              >
                <UnfoldVertical aria-hidden="true" />
                {t("unfold", { count: row.count })}
              </button>
            </li>
          ) : (
            <li key={keyOf(row)} className="grid md:grid-cols-2">
              <LeftLine row={row} />
              <RightLine row={row} />
            </li>
          ),
        )}
      </ol>
      {rows.length > MOST_ROWS && <p className="px-4 py-3 text-soft">{t("cut", { count: rows.length - MOST_ROWS })}</p>}
    </>
  );
}

type Row = Exclude<FoldedRow, { kind: "fold" }>;

function keyOf(row: Row): string {
  return `${"left" in row ? row.left : ""} ${"right" in row ? row.right : ""}`;
}

function LeftLine({ row }: { row: Row }) {
  const t = useTranslations("notifications.compare");
  if (row.kind === "same") return <Line number={row.left} text={row.text} />;
  if (row.kind === "added") return <span className="bg-canvas max-md:hidden" />;
  return (
    <Line number={row.left} text={row.leftText} mark="−" markLabel={t("onlyLeft")} className="bg-bad-tint" as="del" />
  );
}

function RightLine({ row }: { row: Row }) {
  const t = useTranslations("notifications.compare");
  if (row.kind === "same") return <Line number={row.right} text={row.text} className="max-md:hidden" />;
  if (row.kind === "removed") return <span className="bg-canvas max-md:hidden" />;
  return (
    <Line
      number={row.right}
      text={row.rightText}
      mark="+"
      markLabel={t("onlyRight")}
      className="bg-good-tint"
      as="ins"
    />
  );
}

type LineProps = {
  number: number;
  text: string;
  mark?: string;
  markLabel?: string;
  as?: "span" | "ins" | "del";
  className?: string;
};

function Line({ number, text, mark = "", markLabel, as: Text = "span", className }: LineProps) {
  return (
    <span className={cn("flex min-w-0 gap-2 px-2 py-px", className)}>
      <span aria-hidden="true" className="w-9 shrink-0 text-right text-soft select-none">
        {number}
      </span>
      <span aria-hidden="true" className="w-3 shrink-0 select-none">
        {mark}
      </span>
      {markLabel && <span className="sr-only">{markLabel}</span>}
      <Text className="min-w-0 break-all whitespace-pre-wrap no-underline">{text}</Text>
    </span>
  );
}
