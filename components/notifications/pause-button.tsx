"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** Whether new rows may come on top. */
export function PauseButton({ isPaused, onChange }: { isPaused: boolean; onChange: (isPaused: boolean) => void }) {
  const t = useTranslations("notifications.tail");
  return (
    <div className="flex items-center gap-3">
      <Button onClick={() => onChange(!isPaused)}>
        {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
        {isPaused ? t("resume") : t("pause")}
      </Button>
      <p className="text-soft max-md:sr-only">{isPaused ? t("paused") : t("running")}</p>
    </div>
  );
}
