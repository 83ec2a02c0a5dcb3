"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { PasswordField } from "@/components/auth/password-field";
import { ApiError, fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import { sessionsQuery } from "./sessions-query";

/** Another password, for those who sign in with one. @param email for the browser's password manager */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account.change");
  const rule = useTranslations("auth.password")("rule");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const save = useMutation({
    mutationFn: () => fetchJson<void>("/api/me/password", { method: "PUT", json: { current, password } }),
    onSuccess: async () => {
      setCurrent("");
      setPassword("");
      toast.good(t("done"), { detail: t("detail") });
      await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  const faults = save.error instanceof ApiError ? save.error.errors : [];
  const faultOf = (path: string) => faults.find((each) => each.path === path)?.message ?? null;
  return (
    <form
      method="post"
      className="flex max-w-96 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      {save.error && faults.length === 0 && (
        <Callout tone="bad" role="alert" title={t("failed")}>
          {errorText(save.error).detail}
        </Callout>
      )}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t("current")}
        name="current"
        autoComplete="current-password"
        value={current}
        onValueChange={setCurrent}
        error={faultOf("current")}
      />
      <PasswordField
        label={t("next")}
        name="password"
        autoComplete="new-password"
        description={rule}
        value={password}
        onValueChange={setPassword}
        error={faultOf("password")}
      />
      <Button type="submit" className="self-start" pending={save.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
