"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/components/use-error-text";
import { FacebookMark } from "./facebook-mark";
import { postToNextAuth } from "./post-to-next-auth";

type FacebookSignInProps = {
  /** Where to go afterwards: a path on our own origin. */
  callbackUrl: string;
  /** See `findCsrfToken`. */
  csrfToken: string | null;
  label: string;
};

/** A plain form, so that it works before, and without, any script. */
export function FacebookSignIn({ callbackUrl, csrfToken, label }: FacebookSignInProps) {
  const t = useTranslations("auth.signIn");
  const errorText = useErrorText();
  const [state, setState] = useState<"idle" | "pending" | { error: unknown }>("idle");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (state === "pending") return;
    setState("pending");
    try {
      window.location.assign(await postToNextAuth("signin/facebook", callbackUrl));
    } catch (error) {
      setState({ error });
    }
  }

  return (
    <form method="post" action="/api/auth/signin/facebook" onSubmit={submit} className="flex flex-col gap-3">
      <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {typeof state === "object" && (
        <Callout tone="bad" role="alert" title={t("failed")}>
          {errorText(state.error).detail}
        </Callout>
      )}
      <Button type="submit" variant="primary" size="lg" pending={state === "pending"}>
        {state !== "pending" && <FacebookMark />}
        {label}
      </Button>
    </form>
  );
}
