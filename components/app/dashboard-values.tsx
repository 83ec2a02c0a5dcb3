"use client";

import { useTranslations } from "use-intl";
import type { AppInfo } from "@/lib/api/schemas/app";
import { CopyField } from "./copy-field";

export type DashboardValuesProps = Pick<
  AppInfo,
  "callbackUrl" | "verifyToken" | "redirectUris" | "deauthorizeUrl" | "dataDeletionUrl" | "privacyUrl"
>;

/** Everything of this desk that is typed into the App Dashboard, to copy. */
export function DashboardValues(app: DashboardValuesProps) {
  const t = useTranslations("app.values");
  return (
    <div className="divide-y">
      <CopyField label={t("callback")} hint={t("callbackHint")} values={[app.callbackUrl]} />
      {app.verifyToken === "" ? (
        <CopyField label={t("verifyToken")} hint={t("verifyTokenHidden")} values={[]} />
      ) : (
        <CopyField label={t("verifyToken")} hint={t("verifyTokenHint")} values={[app.verifyToken]} isSecret />
      )}
      <CopyField label={t("redirect")} hint={t("redirectHint")} values={app.redirectUris} />
      <CopyField label={t("deauthorize")} hint={t("deauthorizeHint")} values={[app.deauthorizeUrl]} />
      <CopyField label={t("dataDeletion")} hint={t("dataDeletionHint")} values={[app.dataDeletionUrl]} />
      <CopyField label={t("privacy")} hint={t("privacyHint")} values={[app.privacyUrl]} />
    </div>
  );
}
