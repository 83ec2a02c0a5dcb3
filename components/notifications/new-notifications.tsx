"use client";

import { ArrowUp } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useLiveEvent } from "@/components/live/live-context";
import { Button } from "@/components/ui/button";

type NewNotificationsProps = {
  /** Nobody is reading an empty list, so it may fill by itself. */
  isEmpty: boolean;
  onShow: () => unknown;
};

/** Counts what has come in since the list was loaded. Rows do not move under the reader until they say so. */
export function NewNotifications({ isEmpty, onShow }: NewNotificationsProps) {
  const t = useTranslations("notifications");
  const [count, setCount] = useState(0);
  useLiveEvent("notification.received", () => {
    if (isEmpty) void onShow();
    else setCount((before) => before + 1);
  });

  return (
    <div role="status" className="sticky top-2 z-20 flex justify-center empty:hidden">
      {count > 0 && (
        <Button
          variant="primary"
          size="sm"
          className="animate-appear rounded-full"
          onClick={() => {
            setCount(0);
            void onShow();
          }}
        >
          <ArrowUp aria-hidden="true" />
          {count > 99 ? t("newMany") : t("new", { count })}
        </Button>
      )}
    </div>
  );
}
