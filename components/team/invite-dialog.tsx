"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import type { Invitation, InviteInput, Role } from "@/lib/api/schemas/people";
import { type Access, isComplete, toAccessInput } from "./access";
import { AccessFields } from "./access-fields";
import { LinkDialog } from "./link-dialog";
import { invitationsQuery } from "./people-query";
import { useRoleObstacles } from "./use-role-obstacles";

const FIRST: Access = { role: "agent", hasAllPages: true, pageIds: [] };

/** For whom, in which role, with which Pages; then the link, once. */
export function InviteDialog({ viewerRole, onClose }: { viewerRole: Role; onClose: () => void }) {
  const t = useTranslations("team.invite");
  const queryClient = useQueryClient();
  const [note, setNote] = useState("");
  const [access, setAccess] = useState(FIRST);
  const obstacles = useRoleObstacles(viewerRole);
  const invite = useMutation({
    mutationFn: (input: InviteInput) =>
      fetchJson<{ invitation: Invitation; link: string }>("/api/invitations", { method: "POST", json: input }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  if (invite.data) {
    const { link, invitation } = invite.data;
    const title = t("madeTitle", { note: invitation.note });
    return (
      <LinkDialog
        title={title}
        description={t("made")}
        label={t("link")}
        link={link}
        expiresAt={invitation.expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("make")}
      isReady={note.trim() !== "" && isComplete(access)}
      isPending={invite.isPending}
      error={invite.error}
      failed={t("failed")}
      onSubmit={() => invite.mutate({ note: note.trim(), ...toAccessInput(access) })}
      onClose={onClose}
    >
      <Field label={t("note")} description={t("noteHint")}>
        <Input value={note} onValueChange={setNote} maxLength={100} autoComplete="off" required />
      </Field>
      <AccessFields value={access} onValueChange={setAccess} obstacles={obstacles} />
    </FormDialog>
  );
}
