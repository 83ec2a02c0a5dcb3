"use client";

import { Layers } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { PageDot } from "@/components/ui/page-dot";
import type { Page } from "@/lib/api/schemas/pages";

type PageLabelProps = {
  /** Null stands for all of them. */
  pageId: string | null;
  name: string;
  status?: Page["status"];
};

/** A Page with its dot, and a mark when something is wrong with it. */
export function PageLabel({ pageId, name, status }: PageLabelProps) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      {pageId === null ? (
        <Layers aria-hidden="true" className="text-faint" />
      ) : (
        <PageDot pageId={pageId} className="mx-1" />
      )}
      <span className="truncate">{name}</span>
      {(status === "broken" || status === "attention") && <TroubleMark status={status} />}
    </span>
  );
}

function TroubleMark({ status }: { status: "broken" | "attention" }) {
  const word = useTranslations("health.switcher")(status);
  return (
    <span
      title={word}
      className={cn(
        "flex size-4 shrink-0 items-center justify-center rounded-full text-xs font-bold",
        status === "broken" ? "bg-bad-tint text-bad" : "bg-warn-tint text-warn",
      )}
    >
      <span aria-hidden="true">!</span>
      <span className="sr-only">{word}</span>
    </span>
  );
}
