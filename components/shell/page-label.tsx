import { Layers } from "lucide-react";
import { PageDot } from "@/components/ui/page-dot";

/** A Page with its dot; null stands for all of them. */
export function PageLabel({ pageId, name }: { pageId: string | null; name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      {pageId === null ? (
        <Layers aria-hidden="true" className="text-faint" />
      ) : (
        <PageDot pageId={pageId} className="mx-1" />
      )}
      <span className="truncate">{name}</span>
    </span>
  );
}
