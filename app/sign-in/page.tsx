import type { Metadata } from "next";
import { Door } from "@/components/auth/door";
import { FacebookSignIn } from "@/components/auth/facebook-sign-in";
import { findCsrfToken } from "@/components/auth/find-csrf-token";
import { PasswordSignIn } from "@/components/auth/password-sign-in";
import { safeReturnPath } from "@/components/auth/safe-return-path";
import { SignInError } from "@/components/auth/sign-in-error";
import { hasPasswords } from "@/lib/auth/user-queries";
import { getDb } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/get-translator";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export function generateMetadata(): Metadata {
  return { title: getTranslator("auth.signIn")("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { error, callbackUrl } = await searchParams;
  const t = getTranslator("auth.signIn");
  const wanted = typeof callbackUrl === "string" ? callbackUrl : undefined;
  const way = {
    callbackUrl: safeReturnPath(wanted, "/inbox", getEnv().PUBLIC_URL),
    csrfToken: await findCsrfToken(),
  };
  return (
    <Door title={t("title")}>
      {typeof error === "string" && <SignInError code={error} />}
      <p className="text-soft">{t("body")}</p>
      <FacebookSignIn {...way} label={t("button")} />
      {/* Not where nobody has a password: it would only be one more thing to try. */}
      {(await hasPasswords(getDb())) && (
        <>
          <h2 className="border-t pt-4 font-medium">{getTranslator("auth.password")("title")}</h2>
          <PasswordSignIn {...way} />
        </>
      )}
    </Door>
  );
}
