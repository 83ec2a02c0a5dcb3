"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import { pagesQuery } from "@/components/pages/pages-query";
import { cn } from "@/components/ui/cn";

/** Above the composer while Meta's policy team holds something against the Page: why replies may be refused. */
export function PolicyNote({ pageId }: { pageId: string }) {
  const { data: pages } = useQuery(pagesQuery);
  const problems = pages?.find(({ id }) => id === pageId)?.problems ?? [];
  const problem = problems.find(({ code }) => code === "policy_block" || code === "policy_warning");
  if (!problem) return null;
  const isBlock = problem.code === "policy_block";
  return (
    <p
      role="note"
      className={cn(
        "flex shrink-0 items-start gap-2 border-t px-4 py-2 max-md:px-3",
        isBlock ? "bg-bad-tint" : "bg-warn-tint",
      )}
    >
      <ShieldAlert aria-hidden="true" className={cn("mt-0.5", isBlock ? "text-bad" : "text-warn")} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="font-medium">{problem.title}.</span> {problem.detail}
      </span>
    </p>
  );
}
