import type { Metadata } from "next";
import Link from "next/link";
import { SetupFacts } from "@/components/app/setup-facts";
import { Door } from "@/components/auth/door";
import { FacebookSignIn } from "@/components/auth/facebook-sign-in";
import { findCsrfToken } from "@/components/auth/find-csrf-token";
import { SetupTokenForm } from "@/components/auth/setup-token-form";
import { buttonStyle } from "@/components/ui/button";
import { getSetupFacts } from "@/lib/app/get-setup-facts";
import { getSetupState } from "@/lib/auth/setup-state";
import { getDb } from "@/lib/db/db";
import { getTranslator } from "@/lib/i18n/get-translator";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export function generateMetadata(): Metadata {
  return { title: getTranslator("auth.setup")("title") };
}

export default async function SetupPage({ searchParams }: { searchParams: SearchParams }) {
  const t = getTranslator("auth.setup");
  const { token } = await searchParams;
  const state = await getSetupState(typeof token === "string" ? token : undefined);
  return (
    <Door title={t("title")} isWide={state === "ready"}>
      {state === "ready" && (
        <>
          <p className="text-soft">{t("ready")}</p>
          <FacebookSignIn callbackUrl="/pages" csrfToken={await findCsrfToken()} label={t("readyButton")} />
          <SetupFacts {...getSetupFacts(getDb(), Date.now())} />
        </>
      )}
      {state === "done" && (
        <>
          <p className="text-soft">{t("done")}</p>
          <Link href="/sign-in" className={buttonStyle({ variant: "primary", size: "lg" })}>
            {t("doneButton")}
          </Link>
        </>
      )}
      {state === "needs_token" && <SetupTokenForm isWrong={token !== undefined} />}
    </Door>
  );
}
