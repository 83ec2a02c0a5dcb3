"use client";

import { useTranslations } from "use-intl";
import type { Role } from "@/lib/api/schemas/people";
import { mayManageRole } from "@/lib/auth/permissions";

/** The roles that who looks cannot give, with the reason. */
export function useRoleObstacles(viewerRole: Role): Partial<Record<Role, string>> {
  const t = useTranslations("team.role");
  return mayManageRole(viewerRole, "owner") ? {} : { owner: t("onlyOwner") };
}
