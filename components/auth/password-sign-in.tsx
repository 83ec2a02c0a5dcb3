"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useErrorText } from "@/components/use-error-text";
import { PasswordField } from "./password-field";
import { signInWithPassword } from "./post-to-next-auth";

type PasswordSignInProps = {
  /** Where to go afterwards: a path on our own origin. */
  callbackUrl: string;
  /** See `findCsrfToken`. */
  csrfToken: string | null;
};

/** For those without Facebook. A plain form, so that it works before, and without, any script. */
export function PasswordSignIn({ callbackUrl, csrfToken }: PasswordSignInProps) {
  const t = useTranslations("auth.password");
  const errorText = useErrorText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [state, setState] = useState<"idle" | "pending" | "wrong" | { error: unknown }>("idle");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (state === "pending") return;
    setState("pending");
    try {
      const next = await signInWithPassword(email, password, callbackUrl);
      if (next === null) setState("wrong");
      else window.location.assign(next);
    } catch (error) {
      setState({ error });
    }
  }

  return (
    <form method="post" action="/api/auth/callback/password" onSubmit={submit} className="flex flex-col gap-3">
      <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {state === "wrong" && (
        <Callout tone="bad" role="alert" title={t("wrongTitle")}>
          {t("wrong")}
        </Callout>
      )}
      {typeof state === "object" && (
        <Callout tone="bad" role="alert" title={t("failed")}>
          {errorText(state.error).detail}
        </Callout>
      )}
      <Field label={t("email")}>
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
        autoComplete="current-password"
        value={password}
        onValueChange={setPassword}
      />
      <Button type="submit" size="lg" pending={state === "pending"}>
        {t("button")}
      </Button>
    </form>
  );
}
