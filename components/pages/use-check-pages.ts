"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type CheckRound, checkPages } from "./check-pages";
import { postCheck } from "./use-check-page";
import { writePage } from "./write-page";

/** Checks many Pages; each shows what was found as soon as it is known. Leaving the screen stops it. */
export function useCheckPages() {
  const queryClient = useQueryClient();
  const [round, setRound] = useState<CheckRound | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  return {
    round,
    start(pageIds: readonly string[]) {
      underWay.current?.abort();
      const controller = new AbortController();
      underWay.current = controller;
      const check = async (pageId: string) => {
        const page = await postCheck(pageId);
        writePage(queryClient, page);
        return page;
      };
      void checkPages(pageIds, { check, signal: controller.signal, onProgress: setRound });
    },
    stop: () => underWay.current?.abort(),
  };
}
