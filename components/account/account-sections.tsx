import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/api/schemas/people";
import { getTranslator } from "@/lib/i18n/get-translator";
import { AccountFacts } from "./account-facts";
import { PasswordForm } from "./password-form";
import { SessionList } from "./session-list";

/** What concerns whoever looks: their place here, their sessions, their password. @param email null without a password */
export function AccountSections({ viewer, email }: { viewer: Me["user"]; email: string | null }) {
  const t = getTranslator("account");
  return (
    <>
      <Section title={t("title")}>
        <AccountFacts viewer={viewer} email={email} />
      </Section>
      <Section
        title={t("sessions.title")}
        description={t(email === null ? "sessions.hintFacebook" : "sessions.hintPassword")}
      >
        <SessionList />
      </Section>
      {email !== null && (
        <Section title={t("change.title")} description={t("change.hint")}>
          <PasswordForm email={email} />
        </Section>
      )}
    </>
  );
}
