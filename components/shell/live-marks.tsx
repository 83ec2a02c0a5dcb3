"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLiveEvent } from "@/components/live/live-context";
import { useThrottledInvalidation } from "@/components/live/use-throttled-invalidation";
import { pagesQuery } from "@/components/pages/pages-query";
import { openErrorsQuery } from "./open-errors-query";

const AT_MOST_EVERY_MS = 1000;

/** Keeps counts, health and the error mark current. A burst of events costs one request a second, not one each. */
export function LiveMarks() {
  const queryClient = useQueryClient();
  const refreshPages = useThrottledInvalidation(pagesQuery.queryKey, AT_MOST_EVERY_MS);
  const refreshErrors = useThrottledInvalidation(["delivery-errors"], AT_MOST_EVERY_MS);
  const refreshErrorMark = useThrottledInvalidation(openErrorsQuery.queryKey, AT_MOST_EVERY_MS);
  useLiveEvent("conversation.updated", refreshPages);
  useLiveEvent("page.updated", refreshPages);
  useLiveEvent("delivery_error.created", refreshErrors);
  useLiveEvent("message.updated", ({ message }) => {
    // It may have been the last one that was stuck.
    const isStuck = (queryClient.getQueryData(openErrorsQuery.queryKey) ?? 0) > 0;
    if (isStuck && message.direction === "out" && (message.status === "queued" || message.status === "sent")) {
      refreshErrorMark();
    }
  });
  return null;
}
