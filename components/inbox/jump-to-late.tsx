"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** The way up to what came late, above what is being read. */
export function JumpToLate({ count, onJump }: { count: number; onJump: () => void }) {
  const t = useTranslations("inbox.thread");
  return (
    // Below the place where loading older ones is told.
    <div aria-live="polite" className="pointer-events-none absolute inset-x-0 top-11 z-10 flex justify-center">
      {count > 0 && (
        <Button
          size="sm"
          variant="primary"
          onClick={onJump}
          className="pointer-events-auto animate-appear rounded-full shadow-float"
        >
          <ArrowUp aria-hidden="true" />
          {t("lateAbove", { count })}
        </Button>
      )}
    </div>
  );
}
