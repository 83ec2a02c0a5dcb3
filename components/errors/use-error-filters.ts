"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { DeliveryError, ErrorClass } from "@/lib/api/schemas/delivery-errors";
import type { ErrorFilters } from "./errors-query";

export const STATUSES = ["open", "retried", "resolved", "known"] as const satisfies DeliveryError["status"][];
export const CLASSES = [
  "transient",
  "rate",
  "token",
  "permission",
  "window",
  "recipient",
  "request",
  "restriction",
  "unconfirmed",
  "not_sent",
] as const satisfies ErrorClass[];

const PARSERS = {
  view: parseAsStringLiteral(["groups", "list"]).withDefault("groups"),
  pageId: parseAsString,
  status: parseAsStringLiteral([...STATUSES, "all"]).withDefault("open"),
  cause: parseAsString,
  class: parseAsStringLiteral(CLASSES),
  conversationId: parseAsString,
  /** The one that a link leads to. */
  error: parseAsString,
};

/** How errors are looked at, all of it kept in the address. */
export function useErrorFilters() {
  const [values, setValues] = useQueryStates(PARSERS, { history: "push" });
  const { pageId, status, cause, conversationId } = values;
  const filters: ErrorFilters = {
    pageId,
    status: status === "all" ? null : status,
    cause,
    errorClass: values.class,
    conversationId,
  };
  const isList = values.view === "list" || conversationId !== null;
  return {
    ...values,
    view: isList ? ("list" as const) : ("groups" as const),
    filters,
    isNarrowed: cause !== null || values.class !== null || conversationId !== null || pageId !== null,
    set: (changes: Partial<{ [Name in keyof typeof values]: (typeof values)[Name] | null }>) => void setValues(changes),
    clear: () => void setValues({ pageId: null, cause: null, class: null, conversationId: null, status: null }),
  };
}
