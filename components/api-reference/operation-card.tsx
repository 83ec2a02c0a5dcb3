"use client";

import { Link2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { ListedOperation } from "./list-operations";
import { OperationDetail } from "./operation-detail";

const TONES = { GET: "neutral", POST: "accent", PUT: "warn", DELETE: "bad" } as const;
const toneOf = (method: string) => TONES[method as keyof typeof TONES] ?? "neutral";

type OperationCardProps = { operation: ListedOperation; isLinked: boolean };

/** One operation; what it takes and gives unfolds. Open when the address leads to it. */
export function OperationCard({ operation, isLinked }: OperationCardProps) {
  const t = useTranslations("reference");
  const { id, method, path, summary } = operation;
  const [isOpen, setOpen] = useState(isLinked);
  const card = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isLinked) return;
    setOpen(true);
    card.current?.scrollIntoView({ block: "start" });
  }, [isLinked]);
  return (
    <details
      ref={card}
      id={id}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group px-4 py-2"
    >
      <summary className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 rounded-sm max-md:min-h-11">
        <Badge tone={toneOf(method)} className="w-16 justify-center font-mono">
          {method}
        </Badge>
        <span className="min-w-0 font-mono text-xs break-all">{path}</span>
        <span className="min-w-0 flex-1 text-soft max-md:basis-full">{summary}</span>
      </summary>
      {isOpen && (
        <div className="mt-3 flex flex-col gap-4 pb-2">
          <a
            href={`#${id}`}
            className="inline-flex items-center gap-1.5 self-start rounded-sm text-xs text-soft hover:text-ink"
          >
            <Link2 aria-hidden="true" className="size-3.5" />
            {t("link", { method, path })}
          </a>
          <OperationDetail operation={operation} />
        </div>
      )}
    </details>
  );
}
