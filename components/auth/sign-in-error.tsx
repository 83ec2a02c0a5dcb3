import { Callout } from "@/components/ui/callout";
import { getTranslator } from "@/lib/i18n/get-translator";

const explained = [
  "OAuthSignin",
  "OAuthCallback",
  "AccessDenied",
  "Configuration",
  "SessionRequired",
  "TooManyRequests",
  "CredentialsSignin",
] as const;

/** What went wrong at sign-in, from next-auth's `?error=` code (next-auth docs: Pages, error codes). */
export function SignInError({ code }: { code: string }) {
  const t = getTranslator("auth.errors");
  // "Callback" is also what pressing Cancel in the dialog ends in.
  const key = code === "Callback" ? "OAuthCallback" : (explained.find((known) => known === code) ?? "other");
  return (
    <Callout tone={key === "SessionRequired" ? "info" : "bad"} role="alert" title={t(`${key}.title`)}>
      {t(`${key}.detail`)}
    </Callout>
  );
}
