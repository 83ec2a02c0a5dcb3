"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useErrorText } from "@/components/use-error-text";
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
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const formId = useId();
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
        link={link}
        expiresAt={invitation.expiresAt}
        onClose={onClose}
      />
    );
  }
  const isReady = note.trim() !== "" && isComplete(access);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title")}
      description={t("hint")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!isReady} pending={invite.isPending}>
            {t("make")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="-mx-1 flex min-h-0 flex-col gap-4 overflow-y-auto px-1 pb-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !invite.isPending) invite.mutate({ note: note.trim(), ...toAccessInput(access) });
        }}
      >
        {invite.error && (
          <Callout tone="bad" role="alert" title={t("failed")}>
            {errorText(invite.error).detail}
          </Callout>
        )}
        <Field label={t("note")} description={t("noteHint")}>
          <Input value={note} onValueChange={setNote} maxLength={100} autoComplete="off" required />
        </Field>
        <AccessFields value={access} onValueChange={setAccess} obstacles={obstacles} />
      </form>
    </Dialog>
  );
}
