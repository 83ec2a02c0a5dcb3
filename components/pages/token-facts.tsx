"use client";

import { Check, CircleX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Fact } from "@/components/ui/facts";
import type { Page } from "@/lib/api/schemas/pages";
import { TimeAhead } from "./time-ahead";
import { isKnownPermission, type TokenPermission, toTokenPermissions } from "./token-permissions";

/** What is known of a Page's token: whether it lives, whose it is, how long, and what it may do. Stands in `Facts`. */
export function TokenFacts({ page: { token, tokenStatus } }: { page: Pick<Page, "token" | "tokenStatus"> }) {
  const t = useTranslations("health.facts");
  const words = useTranslations("pages.detail");
  // What a dead token could do is of no use to anybody.
  const isAlive = tokenStatus === "valid" || tokenStatus === "unknown";
  return (
    <>
      <Fact label={words("token")}>
        {words(`tokenStatus.${tokenStatus}`)}
        {tokenStatus !== "missing" && token.source !== null && (
          <span className="text-soft">
            {" · "}
            {token.ownerName === null
              ? t(`source.${token.source}`)
              : t(`sourceOf.${token.source}`, { name: token.ownerName })}
          </span>
        )}
      </Fact>
      {isAlive && (
        <Fact label={t("expires")}>
          {token.expiresAt === null ? t("noEnd") : <TimeAhead at={token.expiresAt} past={t("ended")} />}
        </Fact>
      )}
      {isAlive && token.scopes !== null && (
        <Fact label={t("permissions")}>
          <ul className="flex flex-col gap-0.5">
            {toTokenPermissions(token.scopes).map((permission) => (
              <Permission key={permission.name} {...permission} />
            ))}
          </ul>
        </Fact>
      )}
      {isAlive && token.tasks !== null && token.tasks.length > 0 && (
        <Fact label={t("tasks")}>
          {token.tasks.map((task) => (isKnownTask(task) ? t(`task.${task}`) : task)).join(", ")}
        </Fact>
      )}
    </>
  );
}

function Permission({ name, isGranted }: TokenPermission) {
  const t = useTranslations("health.facts");
  return (
    <li className="flex items-baseline gap-1.5">
      {isGranted ? (
        <Check aria-hidden="true" className="size-3.5 translate-y-0.5 text-good" />
      ) : (
        <CircleX aria-hidden="true" className="size-3.5 translate-y-0.5 text-bad" />
      )}
      <span className="min-w-0">
        {!isGranted && <span className="font-medium text-bad">{t("missing")} </span>}
        {isKnownPermission(name) && `${t(`permission.${name}`)} `}
        <code className="font-mono text-xs break-all text-soft">{name}</code>
      </span>
    </li>
  );
}

/** Meta docs: Page tasks. */
const TASKS = ["MANAGE", "CREATE_CONTENT", "MODERATE", "MESSAGING", "ADVERTISE", "ANALYZE"] as const;

function isKnownTask(name: string): name is (typeof TASKS)[number] {
  return TASKS.some((task) => task === name);
}
