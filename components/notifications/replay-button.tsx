"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { ReplayPreview } from "./replay-preview";

/** Opens a dry run first: nobody replays without seeing what it would change. */
export function ReplayButton({
  notification,
}: {
  notification: Pick<NotificationDetail, "id" | "events" | "receivedAt">;
}) {
  const t = useTranslations("notifications.replay");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <RotateCcw aria-hidden="true" />
        {t("button")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} size="lg" title={t("title")} description={t("description")}>
        <ReplayPreview notification={notification} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
