"use client";

import { useLiveEvent } from "@/components/live/live-context";
import { useThrottledInvalidation } from "@/components/live/use-throttled-invalidation";
import type { MessageStatus } from "@/lib/api/schemas/inbox";
import { ERRORS_KEY } from "./errors-query";

const AT_MOST_EVERY_MS = 2000;
/** What a message becomes when something about its delivery error changes. */
const TELLING = new Set<MessageStatus>(["queued", "sent", "failed", "unconfirmed"]);

/** Keeps the screen current while messages are tried again; new errors are looked after by the shell. */
export function useErrorsLive(): void {
  const refresh = useThrottledInvalidation(ERRORS_KEY, AT_MOST_EVERY_MS);
  useLiveEvent("message.updated", ({ message }) => {
    if (message.direction === "out" && TELLING.has(message.status)) refresh();
  });
}
