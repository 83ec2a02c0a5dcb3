"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/components/use-error-text";
import { PasswordField } from "./password-field";
import { useAcceptInvitation } from "./use-accept-invitation";

/** For a link that gives somebody a new password: nothing else is asked. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("auth.join");
  const rule = useTranslations("auth.password")("rule");
  const errorText = useErrorText();
  const [password, setPassword] = useState("");
  // The desk keeps the name it knows.
  const { submit, isPending, error, faultOf } = useAcceptInvitation({ token, name: email, email, password });
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-soft">{t("newBody", { email })}</p>
      {error !== null && (
        <Callout tone="bad" role="alert" title={t("newFailed")}>
          {errorText(error).detail}
        </Callout>
      )}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t("newPassword")}
        name="password"
        autoComplete="new-password"
        description={rule}
        error={faultOf("password")}
        value={password}
        onValueChange={setPassword}
      />
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        {t("newButton")}
      </Button>
    </form>
  );
}
