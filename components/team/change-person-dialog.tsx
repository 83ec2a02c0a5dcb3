"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { useErrorText } from "@/components/use-error-text";
import type { Person, Role } from "@/lib/api/schemas/people";
import { type Access, isComplete, toAccessInput } from "./access";
import { AccessFields } from "./access-fields";
import { usePersonActions } from "./use-person-actions";
import { useRoleObstacles } from "./use-role-obstacles";

type ChangePersonDialogProps = { person: Person; viewerRole: Role; onClose: () => void };

/** Another role, or other Pages, for somebody who is here already. */
export function ChangePersonDialog({ person, viewerRole, onClose }: ChangePersonDialogProps) {
  const t = useTranslations("team.change");
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const formId = useId();
  const [access, setAccess] = useState<Access>(person);
  const { change } = usePersonActions(person);
  const obstacles = useRoleObstacles(viewerRole);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { name: person.name })}
      description={t("hint")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabled={!isComplete(access)}
            pending={change.isPending}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="min-h-0 overflow-y-auto"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete(access) && !change.isPending) change.mutate(toAccessInput(access), { onSuccess: onClose });
        }}
      >
        {change.error && (
          <Callout tone="bad" role="alert" title={t("failed", { name: person.name })} className="mb-3">
            {errorText(change.error).detail}
          </Callout>
        )}
        <AccessFields value={access} onValueChange={setAccess} obstacles={obstacles} />
      </form>
    </Dialog>
  );
}
