"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { getToasts, subscribeToToasts, type ToastItem, toast } from "./toast-store";

export { toast };

const GONE_AFTER_MS = 5000;
const nothing: readonly ToastItem[] = [];

/**
 * Where toasts appear; mounted once. Over the foot of the list of conversations, on phones under the header: never on the
 * composer, on what stands above it, or on what a header offers. Read out politely, never takes the focus. Written by
 * hand: Base UI's brings 12 KB of swiping and stacking to every screen.
 */
export function Toasts() {
  const t = useTranslations("ui");
  const items = useSyncExternalStore(subscribeToToasts, getToasts, () => nothing);
  return (
    <section
      aria-label={t("toasts")}
      aria-live="polite"
      aria-relevant="additions"
      className="fixed bottom-4 left-16 z-50 flex w-71 flex-col gap-2 lg:w-81 rail:left-57 max-md:inset-x-4 max-md:top-16 max-md:bottom-auto max-md:w-auto"
    >
      {items.map((item) => (
        <Toast key={item.id} item={item} />
      ))}
    </section>
  );
}

function Toast({ item: { id, tone, title, detail, action } }: { item: ToastItem }) {
  const t = useTranslations("ui");
  // Nothing vanishes while someone reads or reaches for it.
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (tone === "bad" || isHeld) return;
    const timer = setTimeout(() => toast.close(id), GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id, tone, isHeld]);

  return (
    <article
      aria-label={title}
      className="flex animate-appear items-start gap-2.5 rounded-lg bg-raised py-2 pr-2 pl-3 shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone === "bad" ? (
        <CircleAlert aria-hidden="true" className="mt-1.5 text-bad" />
      ) : (
        <CircleCheck aria-hidden="true" className="mt-1.5 text-good" />
      )}
      <div className="min-w-0 flex-1 py-1">
        <p className="font-medium">{title}</p>
        {detail && <p className="mt-0.5 break-words text-soft">{detail}</p>}
        {action && (
          <Button
            size="sm"
            className="mt-2"
            onClick={() => {
              action.onClick();
              toast.close(id);
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <IconButton label={t("dismiss")} onClick={() => toast.close(id)}>
        <X />
      </IconButton>
    </article>
  );
}
