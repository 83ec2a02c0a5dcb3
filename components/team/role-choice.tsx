"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { Role } from "@/lib/api/schemas/people";

/** The order in which people look for them. */
const ROLES = ["agent", "developer", "admin", "owner"] as const satisfies Role[];

type RoleChoiceProps = {
  value: Role;
  onValueChange: (role: Role) => void;
  /** Those that cannot be chosen, each with the reason. */
  obstacles: Partial<Record<Role, string>>;
  /** Those that are no choice at all here. */
  without?: readonly Role[];
  /** What each may do. */
  wordsOf: (role: Role) => string;
};

/** A role, each with what it may do. */
export function RoleChoice({ value, onValueChange, obstacles, without = [], wordsOf }: RoleChoiceProps) {
  const t = useTranslations("team.role");
  const names = useTranslations("shell.roles");
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("label")}</legend>
      {ROLES.filter((role) => !without.includes(role)).map((role) => {
        const obstacle = obstacles[role];
        return (
          <div key={role} className="flex items-start gap-2.5 py-1.5 max-md:py-2.5">
            <input
              type="radio"
              id={`${id}-${role}`}
              name={id}
              value={role}
              checked={value === role}
              disabled={obstacle !== undefined}
              aria-describedby={`${id}-${role}-hint`}
              onChange={() => onValueChange(role)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <div>
              <label htmlFor={`${id}-${role}`} className={cn("font-medium", obstacle !== undefined && "text-soft")}>
                {names(role)}
              </label>
              <p id={`${id}-${role}-hint`} className="text-xs text-soft">
                {wordsOf(role)}
                {obstacle !== undefined && <span className="block">{obstacle}</span>}
              </p>
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
