"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import { postToNextAuth } from "./post-to-next-auth";

export function SignOutButton() {
  const t = useTranslations("auth.notInvited");
  const errorText = useErrorText();
  const [pending, setPending] = useState(false);

  async function signOut() {
    setPending(true);
    try {
      await postToNextAuth("signout", "/sign-in");
      window.location.assign("/sign-in");
    } catch (error) {
      setPending(false);
      toast.bad(t("signOutFailed"), { detail: errorText(error).detail });
    }
  }

  return (
    <Button pending={pending} onClick={signOut}>
      {t("signOut")}
    </Button>
  );
}
