"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";

/** The context pane where there is no room for it beside the thread. Loaded when it is first asked for. */
export default function ContextDialog({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useTranslations("inbox.context");
  return (
    <Dialog open onOpenChange={onClose} title={t("title")}>
      <div className="-mx-5 min-h-0 overflow-y-auto">{children}</div>
    </Dialog>
  );
}
