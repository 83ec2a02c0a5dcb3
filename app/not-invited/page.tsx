import type { Metadata } from "next";
import Link from "next/link";
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
        {/* Whether someone is invited is looked up while they sign in. */}
        <Link href="/sign-in" className={buttonStyle({ variant: "primary" })}>
          {t("again")}
        </Link>
        <SignOutButton />
      </div>
    </Door>
  );
}
