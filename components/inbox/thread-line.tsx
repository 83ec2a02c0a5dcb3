"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { useNow } from "@/components/ui/use-now";
import { Bubble } from "./bubble";
import { EventLine } from "./event-line";
import type { OutgoingMessage } from "./merge-optimistic";
import type { ThreadRow } from "./thread-rows";
import { useThreadTime } from "./thread-time";

type ThreadLineProps = {
  row: ThreadRow;
  onRetry: (message: OutgoingMessage) => void;
  onDiscard: (clientId: string) => void;
};

/** One row of the thread. */
export const ThreadLine = memo(function ThreadLine({ row, ...props }: ThreadLineProps) {
  switch (row.type) {
    case "start":
      return <StartLine />;
    case "day":
      return <DayLine at={row.at} />;
    case "new":
      return <NewLine />;
    case "message":
      return row.item.message.kind === "message" ? (
        <Bubble {...row} {...props} />
      ) : (
        <EventLine message={row.item.message} />
      );
  }
}, hasSameContent);

/** Rows are laid out anew with every change of the thread; most of them come out the same. */
function hasSameContent(before: ThreadLineProps, after: ThreadLineProps): boolean {
  return before.row.type === "message" && after.row.type === "message"
    ? before.row.item.message === after.row.item.message &&
        before.row.item.outgoing === after.row.item.outgoing &&
        before.row.isFirstOfGroup === after.row.isFirstOfGroup &&
        before.row.isLastOfGroup === after.row.isLastOfGroup &&
        before.row.ownerAppId === after.row.ownerAppId
    : before.row.type === after.row.type && before.row.key === after.row.key;
}

function StartLine() {
  const t = useTranslations("inbox.thread");
  return <p className="pt-2 pb-1 text-center text-xs text-soft">{t("start")}</p>;
}

function DayLine({ at }: { at: number }) {
  const time = useThreadTime();
  const nowMs = useNow();
  return (
    <div className="flex items-center gap-3 py-2.5 text-xs text-soft">
      <span className="h-px flex-1 bg-line" />
      <time dateTime={new Date(at).toISOString()}>{time.day(at, nowMs)}</time>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

function NewLine() {
  const t = useTranslations("inbox.thread");
  return (
    <div className="flex items-center gap-3 py-2 text-xs font-medium text-accent">
      <span className="h-px flex-1 bg-accent" />
      {t("new")}
      <span className="h-px flex-1 bg-accent" />
    </div>
  );
}
