import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/auth/door";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { buttonStyle } from "@/components/ui/button";
import { findUninvitedName } from "@/lib/auth/require-viewer";
import { getSetupState } from "@/lib/auth/setup-state";
import { getTranslator } from "@/lib/i18n/get-translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator("auth.notInvited")((await isOwned()) ? "title" : "ownerlessTitle") };
}

export default async function NotInvitedPage() {
  const t = getTranslator("auth.notInvited");
  const name = await findUninvitedName();
  const mayBeInvited = await isOwned();
  return (
    <Door title={t(mayBeInvited ? "title" : "ownerlessTitle")}>
      {name && <p className="font-medium">{t("signedInAs", { name })}</p>}
      <p className="text-soft">{t(mayBeInvited ? "body" : "ownerlessBody")}</p>
      <div className="flex flex-wrap gap-2">
        {/* Whether someone is invited is looked up while they sign in. */}
        <Link href={mayBeInvited ? "/sign-in" : "/setup"} className={buttonStyle({ variant: "primary" })}>
          {t(mayBeInvited ? "again" : "setup")}
        </Link>
        <SignOutButton />
      </div>
    </Door>
  );
}

/** Without an owner nobody can invite: the last one may have had their data deleted. */
async function isOwned(): Promise<boolean> {
  return (await getSetupState()) === "done";
}
