"use client";

import { useTranslations } from "use-intl";
import { SubscribeAppButton } from "@/components/app/subscribe-app-button";
import { useMayDo } from "@/components/shell/role-context";
import { Button } from "@/components/ui/button";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { INSTAGRAM_FIELDS } from "@/lib/messenger/instagram-fields";
import { CheckProblem } from "./check-problem";
import { ProblemLink } from "./problem-link";
import { ReconnectProblem } from "./reconnect-problem";
import { SubscribeForPagesButton } from "./subscribe-for-pages-button";
import { useSetFields } from "./use-set-fields";

type ProblemActionProps = { page: Page; code: PageProblem["code"] };

/** The step that mends a problem, where it can be made from here; for those who may not make it, who can. */
export function ProblemAction({ page, code }: ProblemActionProps) {
  const t = useTranslations("app.problem");
  const actions = useTranslations("pages.actions");
  const notifications = `/notifications?pageId=${encodeURIComponent(page.id)}`;
  switch (code) {
    case "token_missing":
    case "token_invalid":
    case "token_app_removed":
    case "token_checkpoint":
    case "token_password_changed":
    case "token_expired":
    case "token_unconfirmed_user":
    case "token_logged_out":
    case "token_role_lost":
    case "token_expires_soon":
    case "page_not_granted":
    case "task_missing":
      return <ReconnectProblem>{actions("reconnect")}</ReconnectProblem>;
    case "permission_missing":
      // Facebook's dialog leaves out what was declined before, unless it is told to ask again.
      return <ReconnectProblem asksAgain>{t("askAgain")}</ReconnectProblem>;
    case "fields_missing":
    case "page_unsubscribed":
      return <ResubscribeButton page={page} />;
    case "app_fields_missing":
      return <SubscribeForPagesButton page={page}>{t("switchOnApp")}</SubscribeForPagesButton>;
    case "app_not_subscribed":
      return <SubscribeForPagesButton page={page}>{t("setUpApp")}</SubscribeForPagesButton>;
    case "app_callback_elsewhere":
      return (
        <SubscribeForPagesButton page={page} isMove>
          {t("bringHere")}
        </SubscribeForPagesButton>
      );
    case "instagram_not_subscribed":
      return (
        <SubscribeAppButton size="sm" input={{ object: "instagram", fields: INSTAGRAM_FIELDS }}>
          {t("setUpInstagram")}
        </SubscribeAppButton>
      );
    case "app_secret_refused":
      return (
        <ProblemLink href="/pages/app" permission="app:read">
          {t("openApp")}
        </ProblemLink>
      );
    case "app_only_roles":
      return (
        <ProblemLink href="/pages/app/testing" permission="app:read">
          {t("testing")}
        </ProblemLink>
      );
    case "silent":
      return (
        <div className="flex flex-wrap gap-2">
          <CheckProblem page={page} />
          <ProblemLink href={notifications} permission="notifications:read">
            {t("notifications")}
          </ProblemLink>
        </div>
      );
    case "other_app_answers":
      return (
        <details>
          <summary className="w-fit rounded-sm font-medium max-md:min-h-11 max-md:content-center">
            {t("routing")}
          </summary>
          <p className="mt-1">{t("routingBody")}</p>
        </details>
      );
    case "webhook_broken":
    case "webhook_refused":
      return (
        <ProblemLink href="/notifications/failures" permission="webhook_failures:read">
          {actions("failures")}
        </ProblemLink>
      );
    case "page_restricted":
    case "policy_block":
    case "policy_warning":
      return null;
    case "check_failed":
      return <CheckProblem page={page} />;
  }
}

/** Asks Meta once more for the fields the Page should have. */
function ResubscribeButton({ page }: { page: Page }) {
  const t = useTranslations("pages.actions");
  const whoCan = useTranslations("app.problem")("whoFix");
  const mayChange = useMayDo("fields:manage");
  const setFields = useSetFields(page);
  if (!mayChange) return <p className="text-soft">{whoCan}</p>;
  return (
    <Button size="sm" pending={setFields.isPending} onClick={() => setFields.mutate(page.desiredFields)}>
      {t("resubscribe")}
    </Button>
  );
}
