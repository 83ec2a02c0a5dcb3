import type { CSSProperties } from "react";
import { cn } from "./cn";
import { stableHue } from "./stable-hue";

/** The small dot that follows a Page everywhere. Decoration: the Page's name belongs beside it. */
export function PageDot({ pageId, className }: { pageId: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ "--hue": stableHue(pageId) } as CSSProperties}
      className={cn("hue-dot inline-block size-2 shrink-0 rounded-full", className)}
    />
  );
}
