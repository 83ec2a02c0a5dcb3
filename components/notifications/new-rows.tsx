"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { MOST_COUNTED } from "./use-tailed-rows";

/** How many rows wait above because the list is held still, and the button that lets them in. */
export function NewRows({ waiting, onShow }: { waiting: number; onShow: () => unknown }) {
  const t = useTranslations("notifications");
  return (
    // Its place is always there, so that nothing moves when the button comes.
    <div role="status" className="pointer-events-none sticky top-2 z-20 -mb-3 flex h-0 items-start justify-center">
      {waiting > 0 && (
        <Button
          variant="primary"
          size="sm"
          className="pointer-events-auto animate-appear rounded-full shadow-float"
          onClick={() => {
            document.getElementById("content")?.scrollTo({ top: 0 });
            void onShow();
          }}
        >
          <ArrowUp aria-hidden="true" />
          {waiting > MOST_COUNTED ? t("newMany") : t("new", { count: waiting })}
        </Button>
      )}
    </div>
  );
}
