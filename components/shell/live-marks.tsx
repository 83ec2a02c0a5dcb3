"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLiveEvent } from "@/components/live/live-context";
import { pagesQuery } from "@/components/pages/pages-query";

const AT_MOST_EVERY_MS = 1000;

/** Keeps counts, health and the error mark current. A burst of events costs one request a second, not one each. */
export function LiveMarks() {
  const refreshPages = useThrottledInvalidation(pagesQuery.queryKey);
  const refreshErrors = useThrottledInvalidation(["delivery-errors"]);
  useLiveEvent("conversation.updated", refreshPages);
  useLiveEvent("page.updated", refreshPages);
  useLiveEvent("delivery_error.created", refreshErrors);
  return null;
}

function useThrottledInvalidation(queryKey: readonly string[]) {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    if (timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      void queryClient.invalidateQueries({ queryKey });
    }, AT_MOST_EVERY_MS);
  };
}
