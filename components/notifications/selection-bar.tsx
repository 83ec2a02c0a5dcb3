"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Columns2, RotateCcw, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonStyle } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { NotificationFilters } from "./notification-filters";
import { startListAnew } from "./notifications-query";
import { ReplayRunner } from "./replay-runner";
import type { Selection } from "./use-selection";

/** What can be done with the rows that are chosen; at the foot of the screen while there are any. */
export function SelectionBar({ selection, filters }: { selection: Selection; filters: NotificationFilters }) {
  const t = useTranslations("notifications.selection");
  const queryClient = useQueryClient();
  const [isReplaying, setReplaying] = useState(false);
  const { selected, clear } = selection;
  if (selected.size === 0) return null;
  const [first, second] = [...selected.keys()];
  // What was refused at the door has never been let in: there is nothing to replay.
  const replayable = [...selected.values()].filter(({ signature }) => signature === "valid").map(({ id }) => id);
  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-4 z-20 mx-auto flex animate-appear items-center gap-2 rounded-lg bg-raised py-2 pr-2 pl-4 shadow-float"
    >
      <p role="status" className="mr-2 font-medium whitespace-nowrap">
        {t("count", { count: selected.size })}
      </p>
      <Button variant="primary" disabled={replayable.length === 0} onClick={() => setReplaying(true)}>
        <RotateCcw aria-hidden="true" className="max-md:hidden" />
        {t("replay", { count: replayable.length })}
      </Button>
      {selected.size === 2 && first !== undefined && second !== undefined && (
        <Link href={`/notifications/compare?${new URLSearchParams({ a: first, b: second })}`} className={buttonStyle()}>
          <Columns2 aria-hidden="true" className="max-md:hidden" />
          {t("compare")}
        </Link>
      )}
      <IconButton label={t("clear")} onClick={clear}>
        <X />
      </IconButton>
      <Dialog
        open={isReplaying}
        onOpenChange={setReplaying}
        title={t("replayTitle", { count: replayable.length })}
        description={t("replayBody")}
      >
        <ReplayRunner
          choice={{ notificationIds: replayable }}
          onReplayed={() => void startListAnew(queryClient, filters)}
          onClose={() => {
            setReplaying(false);
            clear();
          }}
        >
          {replayable.length < selected.size && (
            <p className="text-soft">{t("rejectedLeftOut", { count: selected.size - replayable.length })}</p>
          )}
        </ReplayRunner>
      </Dialog>
    </section>
  );
}
