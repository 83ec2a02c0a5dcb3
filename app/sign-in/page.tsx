import type { Metadata } from "next";
import { Door } from "@/components/auth/door";
import { FacebookSignIn } from "@/components/auth/facebook-sign-in";
import { findCsrfToken } from "@/components/auth/find-csrf-token";
import { safeReturnPath } from "@/components/auth/safe-return-path";
import { SignInError } from "@/components/auth/sign-in-error";
import { getEnv } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/get-translator";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export function generateMetadata(): Metadata {
  return { title: getTranslator("auth.signIn")("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { error, callbackUrl } = await searchParams;
  const t = getTranslator("auth.signIn");
  return (
    <Door title={t("title")}>
      {typeof error === "string" && <SignInError code={error} />}
      <p className="text-soft">{t("body")}</p>
      <FacebookSignIn
        callbackUrl={safeReturnPath(
          typeof callbackUrl === "string" ? callbackUrl : undefined,
          "/inbox",
          getEnv().PUBLIC_URL,
        )}
        csrfToken={await findCsrfToken()}
        label={t("button")}
      />
    </Door>
  );
}
