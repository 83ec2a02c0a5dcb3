"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What a person sees when a screen fails. The digest finds the error in the server's log. */
export default function ErrorScreen({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("shell.crash");
  return (
    <div role="alert" className="grid min-h-[60dvh] place-items-center">
      <EmptyState
        heading="h1"
        title={t("title")}
        action={
          <Button variant="primary" onClick={reset}>
            {t("action")}
          </Button>
        }
      >
        <p>{t("body")}</p>
        {error.digest && <p className="mt-2 font-mono text-xs">{t("reference", { digest: error.digest })}</p>}
      </EmptyState>
    </div>
  );
}
