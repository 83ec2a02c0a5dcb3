"use client";

import { useTranslations } from "use-intl";
import type { Role } from "@/lib/api/schemas/people";
import type { Access } from "./access";
import { PagesChoice } from "./pages-choice";
import { RoleChoice } from "./role-choice";
import { useRoleWords } from "./use-role-words";

type AccessFieldsProps = {
  value: Access;
  onValueChange: (value: Access) => void;
  obstacles?: Partial<Record<Role, string>>;
  without?: readonly Role[];
  /** What each role may do, where that is not what it means for a person. */
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
  words = {},
  allPagesObstacle = null,
}: AccessFieldsProps) {
  const t = useTranslations("team.pages");
  const personWords = useRoleWords();
  return (
    <div className="flex flex-col gap-4">
      <RoleChoice
        value={value.role}
        onValueChange={(role) => onValueChange({ ...value, role })}
        obstacles={obstacles}
        without={without}
        wordsOf={(role) => words[role] ?? personWords({ role, hasAllPages: value.hasAllPages })}
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
