"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { type Access, isComplete, toAccessInput } from "@/components/team/access";
import { AccessFields } from "@/components/team/access-fields";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import type { ApiKey, CreateApiKeyInput, Me, Role } from "@/lib/api/schemas/people";
import { listKeyRoles } from "@/lib/auth/permissions";
import { apiKeysQuery } from "./api-keys-query";
import { KeySecretDialog } from "./key-secret-dialog";

type NewKeyDialogProps = { viewer: Pick<Me["user"], "role" | "hasAllPages">; onClose: () => void };

/** What the key is for and what it may do; then the key, once. */
export function NewKeyDialog({ viewer, onClose }: NewKeyDialogProps) {
  const t = useTranslations("keys.create");
  const words = useTranslations("keys.role");
  const team = useTranslations("team");
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [access, setAccess] = useState<Access>({
    role: "developer",
    hasAllPages: viewer.hasAllPages,
    pageIds: [],
  });
  const create = useMutation({
    mutationFn: (input: CreateApiKeyInput) =>
      fetchJson<{ apiKey: ApiKey; key: string }>("/api/api-keys", { method: "POST", json: input }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
  if (create.data) return <KeySecretDialog name={create.data.apiKey.name} secret={create.data.key} onClose={onClose} />;

  const allowed = listKeyRoles(viewer.role);
  const notYours = (["admin", "agent", "developer"] as const satisfies Role[]).filter(
    (role) => !allowed.includes(role),
  );
  return (
    <FormDialog
      title={t("title")}
      action={t("make")}
      isReady={name.trim() !== "" && isComplete(access)}
      isPending={create.isPending}
      error={create.error}
      failed={t("failed")}
      onSubmit={() => create.mutate({ name: name.trim(), ...toAccessInput(access) })}
      onClose={onClose}
    >
      <Field label={t("name")} description={t("nameHint")}>
        <Input value={name} onValueChange={setName} maxLength={100} autoComplete="off" required />
      </Field>
      <AccessFields
        value={access}
        onValueChange={setAccess}
        without={["owner"]}
        words={{ agent: words("agent"), developer: words("developer"), admin: words("admin") }}
        obstacles={Object.fromEntries(notYours.map((role) => [role, team("role.notYours")]))}
        allPagesObstacle={viewer.hasAllPages ? null : team("pages.notAll")}
      />
    </FormDialog>
  );
}
