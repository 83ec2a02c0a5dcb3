"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Person, Role } from "@/lib/api/schemas/people";
import { type Access, isComplete, toAccessInput } from "./access";
import { AccessFields } from "./access-fields";
import { usePersonActions } from "./use-person-actions";
import { useRoleObstacles } from "./use-role-obstacles";

type ChangePersonDialogProps = { person: Person; viewerRole: Role; onClose: () => void };

/** Another role, or other Pages, for somebody who is here already. */
export function ChangePersonDialog({ person, viewerRole, onClose }: ChangePersonDialogProps) {
  const t = useTranslations("team.change");
  const [access, setAccess] = useState<Access>(person);
  const { change } = usePersonActions(person);
  const obstacles = useRoleObstacles(viewerRole);
  return (
    <FormDialog
      title={t("title", { name: person.name })}
      description={t("hint")}
      action={t("save")}
      isReady={isComplete(access)}
      isPending={change.isPending}
      error={change.error}
      failed={t("failed", { name: person.name })}
      onSubmit={() => change.mutate(toAccessInput(access), { onSuccess: onClose })}
      onClose={onClose}
    >
      <AccessFields value={access} onValueChange={setAccess} obstacles={obstacles} />
    </FormDialog>
  );
}
