"use client";

import { parseAsString, useQueryState } from "nuqs";

/** The one Page the lists are narrowed to, or null for all; kept in the address as `?pageId=`. */
export function usePageFilter() {
  return useQueryState("pageId", parseAsString.withOptions({ history: "push" }));
}
