"use client";

import { useTranslations } from "use-intl";
import type { Access } from "./access";

/** A function that says what somebody may do: an admin with some Pages only may not do all that an admin may. */
export function useRoleWords() {
  const t = useTranslations("team.role");
  return ({ role, hasAllPages }: Pick<Access, "role" | "hasAllPages">): string =>
    t(role === "admin" && !hasAllPages ? "adminOfSome" : role);
}
