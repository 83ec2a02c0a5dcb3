"use client";

import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { buttonStyle } from "@/components/ui/button";

type ReconnectProblemProps = {
  /** Also for permissions that were declined before. */
  asksAgain?: boolean;
  children: string;
};

/** Leads through Facebook's dialog once more; for those who may not, who can. A plain link: nothing may prefetch it. */
export function ReconnectProblem({ asksAgain = false, children }: ReconnectProblemProps) {
  const t = useTranslations("app.problem");
  const mayConnect = useMayDo("pages:connect");
  if (!mayConnect) return <p className="text-soft">{t("whoConnect")}</p>;
  return (
    <a href={`/api/pages/connect${asksAgain ? "?rerequest=1" : ""}`} className={buttonStyle({ size: "sm" })}>
      {children}
    </a>
  );
}
