"use client";

import { parseAsBoolean, useQueryState } from "nuqs";

/** Whether dealt-with errors are listed too; kept in the address as `?all=true`. */
export function useShowAll() {
  return useQueryState("all", parseAsBoolean.withDefault(false).withOptions({ history: "push" }));
}
