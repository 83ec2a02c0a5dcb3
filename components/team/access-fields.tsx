"use client";

import { useTranslations } from "use-intl";
import type { Role } from "@/lib/api/schemas/people";
import type { Access } from "./access";
import { PagesChoice } from "./pages-choice";
import { RoleChoice } from "./role-choice";

type AccessFieldsProps = {
  value: Access;
  onValueChange: (value: Access) => void;
  obstacles?: Partial<Record<Role, string>>;
  without?: readonly Role[];
  words?: Partial<Record<Role, string>>;
  /** Why all Pages cannot be chosen. */
  allPagesObstacle?: string | null;
};

/** What somebody, or a key, may do: the role and the Pages. */
export function AccessFields({
  value,
  onValueChange,
  obstacles = {},
  without,
  words,
  allPagesObstacle = null,
}: AccessFieldsProps) {
  const t = useTranslations("team.pages");
  return (
    <div className="flex flex-col gap-4">
      <RoleChoice
        value={value.role}
        onValueChange={(role) => onValueChange({ ...value, role })}
        obstacles={obstacles}
        without={without}
        words={words}
      />
      {value.role === "owner" ? (
        <p className="text-soft">{t("ownerHint")}</p>
      ) : (
        <PagesChoice
          value={value}
          onValueChange={(pages) => onValueChange({ ...value, ...pages })}
          obstacle={allPagesObstacle}
        />
      )}
    </div>
  );
}
