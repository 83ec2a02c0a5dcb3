import type { ReactNode } from "react";
import { ReconnectProblem } from "@/components/pages/reconnect-problem";
import { Fact, Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { getTranslator } from "@/lib/i18n/get-translator";
import { OnlyRolesNotice } from "./only-roles-notice";

/** What a test user gives the app so that its Page can be linked (Meta docs: permissions). */
const PERMISSIONS = ["pages_show_list", "pages_messaging", "pages_manage_metadata", "pages_read_engagement"];

/** What development mode means, and Meta's recipe for test users, step by step. */
export function TestingGuide() {
  const t = getTranslator("app.testing");
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-2xl text-soft">{t("intro")}</p>
      <OnlyRolesNotice />
      <Section title={t("modes.title")}>
        <Facts className="max-md:grid-cols-1 max-md:gap-y-0.5 max-md:[&_dd]:mb-2">
          {(["development", "standard", "advanced"] as const).map((mode) => (
            <Fact key={mode} label={t(`modes.${mode}`)}>
              {t(`modes.${mode}Body`)}
            </Fact>
          ))}
        </Facts>
        <p className="mt-3 text-soft">{t("modes.signs")}</p>
      </Section>
      <Section title={t("recipe.title")}>
        <ol className="flex list-decimal flex-col gap-4 pl-5">
          <Step title={t("recipe.user")} body={t("recipe.userBody")}>
            <ul className="mt-1.5 flex flex-wrap gap-1.5">
              {PERMISSIONS.map((permission) => (
                <li key={permission} className="rounded-sm border bg-canvas px-1.5 py-0.5 font-mono text-xs">
                  {permission}
                </li>
              ))}
            </ul>
          </Step>
          <Step title={t("recipe.page")} body={t("recipe.pageBody")} />
          <Step title={t("recipe.connect")} body={t("recipe.connectBody")}>
            <div className="mt-2">
              <ReconnectProblem>{t("recipe.connectAction")}</ReconnectProblem>
            </div>
          </Step>
          <Step title={t("recipe.token")} body={t("recipe.tokenBody")} />
          <Step title={t("recipe.write")} body={t("recipe.writeBody")} />
          <Step title={t("recipe.review")} body={t("recipe.reviewBody")} />
        </ol>
      </Section>
    </div>
  );
}

function Step({ title, body, children }: { title: string; body: string; children?: ReactNode }) {
  return (
    <li className="max-w-2xl pl-1 marker:font-medium marker:text-soft">
      <h3 className="font-medium">{title}</h3>
      <p>{body}</p>
      {children}
    </li>
  );
}
