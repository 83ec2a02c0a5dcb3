"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { fromLocalInput, toLocalInput } from "@/components/ui/to-local-input";
import { SPANS, type Span, spans } from "./notification-filters";
import { startListAnew } from "./notifications-query";
import { ReplayRunner } from "./replay-runner";
import { useNotificationFilters } from "./use-notification-filters";

type Since = Span | "moment";

/** "Replay all that failed since …". */
export function ReplayFailedButton() {
  const t = useTranslations("notifications.replays");
  const queryClient = useQueryClient();
  const { filters } = useNotificationFilters();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <RotateCcw aria-hidden="true" />
        {t("allFailed")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("allFailedTitle")} description={t("description")}>
        <FailedSince onReplayed={() => void startListAnew(queryClient, filters)} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function FailedSince({ onReplayed, onClose }: { onReplayed: () => void; onClose: () => void }) {
  const t = useTranslations("notifications");
  const [openedAt] = useState(() => Date.now());
  const [since, setSince] = useState<Since>("24h");
  const [moment, setMoment] = useState<number | null>(openedAt - SPANS["24h"]);
  const sinceMs = since === "moment" ? (moment ?? openedAt) : openedAt - SPANS[since];
  return (
    <ReplayRunner choice={{ since: sinceMs }} onReplayed={onReplayed} onClose={onClose}>
      <div className="flex flex-wrap items-center gap-3">
        <span>{t("replays.since")}</span>
        <Select<Since>
          label={t("replays.since")}
          value={since}
          onValueChange={setSince}
          items={[
            ...spans.map((span) => ({ value: span, label: t(`filters.spans.${span}`) })),
            { value: "moment", label: t("replays.sinceMoment") },
          ]}
        />
        {since === "moment" && (
          <Field label={<span className="sr-only">{t("replays.sinceMoment")}</span>}>
            <Input
              type="datetime-local"
              value={moment === null ? "" : toLocalInput(moment)}
              onValueChange={(text) => setMoment(fromLocalInput(text))}
            />
          </Field>
        )}
      </div>
    </ReplayRunner>
  );
}
