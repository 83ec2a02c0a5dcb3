"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Section } from "@/components/ui/section";
import { useConnectDirectly } from "./connect-directly";
import { ConnectKeepTicked } from "./connect-keep-ticked";
import { ConnectPermissions } from "./connect-permissions";
import { ConnectTokenForm } from "./connect-token-form";

type ConnectGuideProps = {
  mayConnect: boolean;
  /** Whether Facebook Login for Business decides what is asked for. */
  isConfigured: boolean;
};

const bold = { b: (text: React.ReactNode) => <strong className="font-medium">{text}</strong> };

/** What a person should know before Facebook's dialog, and the way there. */
export function ConnectGuide({ mayConnect, isConfigured }: ConnectGuideProps) {
  const t = useTranslations("connect");
  const [withInstagram, setWithInstagram] = useState(false);
  const [withUtility, setWithUtility] = useState(false);
  const [isDirect, setDirect] = useConnectDirectly();
  if (!mayConnect) {
    return <Callout title={t("notAllowed.title")}>{t("notAllowed.body")}</Callout>;
  }
  return (
    <div className="flex flex-col gap-4">
      <Section title={t("steps.title")}>
        <ol className="list-decimal space-y-1 pl-5">
          <li>{t.rich("steps.who", bold)}</li>
          <li>{t.rich("steps.pages", bold)}</li>
          <li>{t.rich("steps.permissions", bold)}</li>
        </ol>
        <ConnectKeepTicked />
        {!isConfigured && (
          <>
            <Choice
              label={t("instagram.label")}
              hint={t("instagram.hint")}
              checked={withInstagram}
              onCheckedChange={setWithInstagram}
            />
            <Choice
              label={t("utility.label")}
              hint={t("utility.hint")}
              checked={withUtility}
              onCheckedChange={setWithUtility}
            />
          </>
        )}
        <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
          {/* A plain link: it leaves the desk, so nothing may prefetch it. */}
          <a href={toHref({ withInstagram, withUtility })} className={buttonStyle({ variant: "primary" })}>
            {t("continue")}
          </a>
          <Choice label={t("skip")} checked={isDirect} onCheckedChange={setDirect} />
        </div>
      </Section>
      <ConnectPermissions isConfigured={isConfigured} withInstagram={withInstagram} withUtility={withUtility} />
      <ConnectTokenForm />
    </div>
  );
}

function toHref({ withInstagram, withUtility }: { withInstagram: boolean; withUtility: boolean }): string {
  const query = new URLSearchParams({
    ...(withInstagram ? { instagram: "1" } : {}),
    ...(withUtility ? { utility: "1" } : {}),
  }).toString();
  return query === "" ? "/api/pages/connect" : `/api/pages/connect?${query}`;
}

type ChoiceProps = { label: string; hint?: string; checked: boolean; onCheckedChange: (checked: boolean) => void };

function Choice({ label, hint, checked, onCheckedChange }: ChoiceProps) {
  const id = useId();
  const hintId = useId();
  return (
    <div className={hint ? "mt-4" : undefined}>
      <label htmlFor={id} className="flex items-center gap-2 max-md:min-h-11">
        <Checkbox
          id={id}
          aria-describedby={hint ? hintId : undefined}
          checked={checked}
          onCheckedChange={onCheckedChange}
        />
        {label}
      </label>
      {hint && (
        <p id={hintId} className="mt-0.5 pl-6 text-xs text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
