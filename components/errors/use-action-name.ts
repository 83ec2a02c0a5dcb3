"use client";

import { useTranslations } from "use-intl";
import { OPERATIONS } from "@/lib/delivery-errors/operations";

/** A function that says what was asked of Meta, in words. */
export function useActionName() {
  const t = useTranslations("errors.action");
  return (operation: string): string => {
    const known = OPERATIONS.find((each) => each === operation);
    return known === undefined ? operation : t(known);
  };
}
