"use client";

import { Ban, Ellipsis, KeyRound, LogOut, UserCheck, UserCog } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Person, Role } from "@/lib/api/schemas/people";
import { ChangePersonDialog } from "./change-person-dialog";
import { LinkDialog } from "./link-dialog";
import { usePersonActions } from "./use-person-actions";

type PersonMenuProps = {
  person: Person;
  viewerRole: Role;
  /** They were let in or shut out, and are about to stand in the other list. */
  onMove: () => void;
};

/** What can be done with somebody who may be changed. */
export function PersonMenu({ person, viewerRole, onMove }: PersonMenuProps) {
  const t = useTranslations("team");
  const [dialog, setDialog] = useState<"change" | "deactivate" | null>(null);
  const { deactivate, reactivate, signOut, newPassword } = usePersonActions(person, onMove);
  const { name } = person;
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("menu", { name })}>
            <Ellipsis />
          </IconButton>
        }
      >
        {person.deactivatedAt === null ? (
          <>
            <MenuItem onClick={() => setDialog("change")}>
              <UserCog />
              {t("change.action")}
            </MenuItem>
            <MenuItem disabled={person.sessionCount === 0} onClick={() => signOut.mutate()}>
              <LogOut />
              <span>
                {t("signOut.action")}
                {person.sessionCount === 0 && <span className="block text-xs">{t("signOut.nowhere")}</span>}
              </span>
            </MenuItem>
            {person.signsInWith === "password" && (
              <MenuItem onClick={() => newPassword.mutate()}>
                <KeyRound />
                {t("newPassword.action")}
              </MenuItem>
            )}
            <MenuSeparator />
            <MenuItem tone="bad" onClick={() => setDialog("deactivate")}>
              <Ban />
              {t("deactivate.action")}
            </MenuItem>
          </>
        ) : (
          <MenuItem onClick={() => reactivate.mutate()}>
            <UserCheck />
            {t("reactivate.action")}
          </MenuItem>
        )}
      </Menu>
      {newPassword.data && (
        <LinkDialog
          {...newPassword.data}
          title={t("newPassword.title", { name })}
          description={t("newPassword.body")}
          label={t("newPassword.action")}
          onClose={newPassword.reset}
        />
      )}
      {dialog === "change" && <ChangePersonDialog person={person} viewerRole={viewerRole} onClose={close} />}
      <ConfirmDialog
        open={dialog === "deactivate"}
        onOpenChange={close}
        title={t("deactivate.title", { name })}
        description={t("deactivate.body")}
        confirmLabel={t("deactivate.confirm")}
        pending={deactivate.isPending}
        onConfirm={() => deactivate.mutate(undefined, { onSettled: close })}
      />
    </>
  );
}
