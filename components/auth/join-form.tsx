"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useErrorText } from "@/components/use-error-text";
import { PasswordField } from "./password-field";
import { useAcceptInvitation } from "./use-accept-invitation";

/** A name, an address and a password instead of Facebook. */
export function JoinForm({ token }: { token: string }) {
  const t = useTranslations("auth.join");
  const rule = useTranslations("auth.password")("rule");
  const errorText = useErrorText();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { submit, isPending, error, faultOf } = useAcceptInvitation({ token, name, email, password });
  return (
    <form method="post" onSubmit={submit} className="mt-3 flex flex-col gap-3">
      {error !== null && (
        <Callout tone="bad" role="alert" title={t("failed")}>
          {errorText(error).detail}
        </Callout>
      )}
      <Field label={t("name")} description={t("nameHint")} error={faultOf("name")}>
        <Input name="name" autoComplete="name" maxLength={100} required value={name} onValueChange={setName} />
      </Field>
      <Field label={t("email")} description={t("emailHint")} error={faultOf("email")}>
        <Input
          type="email"
          name="email"
          autoComplete="username"
          maxLength={200}
          required
          value={email}
          onValueChange={setEmail}
        />
      </Field>
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="new-password"
        description={rule}
        error={faultOf("password")}
        value={password}
        onValueChange={setPassword}
      />
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        {t("button")}
      </Button>
    </form>
  );
}
