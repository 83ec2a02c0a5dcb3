"use client";

import { onlineManager } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "use-intl";
import { postToNextAuth } from "@/components/auth/post-to-next-auth";
import { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";

export function SignOutItem() {
  const t = useTranslations("shell");
  const errorText = useErrorText();

  async function signOut() {
    // From here on nothing is fetched again: it would be asked for by nobody.
    onlineManager.setOnline(false);
    try {
      await postToNextAuth("signout", "/sign-in");
      // A full load, so that nothing of this person stays in memory.
      window.location.assign("/sign-in");
    } catch (error) {
      onlineManager.setOnline(true);
      toast.bad(t("signOutFailed"), { detail: errorText(error).detail });
    }
  }

  return (
    <MenuItem onClick={signOut}>
      <LogOut />
      {t("signOut")}
    </MenuItem>
  );
}
