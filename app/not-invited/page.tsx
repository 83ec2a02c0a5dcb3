import type { Metadata } from "next";
import { Door } from "@/components/auth/door";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { buttonStyle } from "@/components/ui/button";
import { findUninvitedName } from "@/lib/auth/require-viewer";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("auth.notInvited")("title") };
}

export default async function NotInvitedPage() {
  const t = getTranslator("auth.notInvited");
  const name = await findUninvitedName();
  return (
    <Door title={t("title")}>
      {name && <p className="font-medium">{t("signedInAs", { name })}</p>}
      <p className="text-soft">{t("body")}</p>
      <div className="flex flex-wrap gap-2">
        {/* A full load: whether someone is invited is decided on the server. */}
        <a href="/inbox" className={buttonStyle({ variant: "primary" })}>
          {t("again")}
        </a>
        <SignOutButton />
      </div>
    </Door>
  );
}
