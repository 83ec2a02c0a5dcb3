"use client";

import Link from "next/link";
import { useCallback, useEffect, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ApiError, fetchJson } from "@/components/fetch-json";
import { useRoleWords } from "@/components/team/use-role-words";
import { Button, buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/components/use-error-text";
import type { Offer } from "@/lib/api/schemas/people";
import { formatExactTime } from "@/lib/i18n/format-time";
import { DoorTitle } from "./door-title";
import { FacebookSignIn } from "./facebook-sign-in";
import { JoinForm } from "./join-form";
import { NewPasswordForm } from "./new-password-form";
import { useTokenFromAddress } from "./use-token-from-address";

type Looked = { offer: Offer } | { error: unknown };

/** What a link offers, and the ways to take it. Its token is in the address only until this has read it. */
export function JoinScreen() {
  const t = useTranslations("auth.join");
  const token = useTokenFromAddress();
  const [looked, setLooked] = useState<Looked | null>(null);

  const look = useCallback(async () => {
    if (!token) return;
    setLooked(null);
    try {
      setLooked(await fetchJson<{ offer: Offer }>("/api/invitations/offer", { method: "POST", json: { token } }));
    } catch (error) {
      setLooked({ error });
    }
  }, [token]);
  useEffect(() => void look(), [look]);

  const offer = looked !== null && "offer" in looked ? looked.offer : null;
  return (
    <>
      <DoorTitle>{t(offer?.email ? "newTitle" : "title")}</DoorTitle>
      <JoinContent token={token} looked={looked} onRetry={look} />
    </>
  );
}

type JoinContentProps = { token: string | null; looked: Looked | null; onRetry: () => void };

function JoinContent({ token, looked, onRetry }: JoinContentProps) {
  const t = useTranslations("auth.join");
  if (token === "") {
    return (
      <Callout tone="warn" role="alert" title={t("missingTitle")}>
        {t("missing")}
      </Callout>
    );
  }
  if (token === null || looked === null) {
    return (
      <>
        <p className="text-soft">{t("looking")}</p>
        <Skeleton rows={2} />
      </>
    );
  }
  if ("error" in looked) return <NoOffer error={looked.error} onRetry={onRetry} />;
  const { offer } = looked;
  if (offer.email !== null) return <NewPasswordForm token={token} email={offer.email} />;
  return <OfferChoice token={token} offer={offer} />;
}

function NoOffer({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("auth.join");
  const errorText = useErrorText();
  const isDead = error instanceof ApiError && error.code === "not_found";
  return (
    <>
      <Callout tone={isDead ? "warn" : "bad"} role="alert" title={t(isDead ? "deadTitle" : "offlineTitle")}>
        {errorText(error).detail}
      </Callout>
      {isDead ? (
        <Link href="/sign-in" className={buttonStyle({ size: "lg" })}>
          {t("toSignIn")}
        </Link>
      ) : (
        <Button size="lg" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </>
  );
}

function OfferChoice({ token, offer }: { token: string; offer: Offer }) {
  const t = useTranslations("auth.join");
  const roles = useTranslations("shell.roles");
  const roleWords = useRoleWords();
  const locale = useLocale();
  const role = roles(offer.role);
  return (
    <>
      <div>
        <p className="font-medium">
          {offer.invitedBy === null ? t("invitedByNobody", { role }) : t("invited", { name: offer.invitedBy, role })}
        </p>
        <p className="mt-1 text-soft">{roleWords(offer)}</p>
        <p className="mt-1 text-soft">{usePagesText(offer)}</p>
      </div>
      <FacebookSignIn callbackUrl="/inbox" csrfToken={null} label={t("facebook")} />
      <p className="-mt-2 text-xs text-soft">{t("facebookHint")}</p>
      <details className="border-t pt-3">
        <summary className="rounded-sm font-medium max-md:min-h-11 max-md:content-center">{t("withPassword")}</summary>
        <JoinForm token={token} />
      </details>
      <p className="text-xs text-soft">{t("until", { time: formatExactTime(offer.expiresAt, locale) })}</p>
    </>
  );
}

function usePagesText({ hasAllPages, pageNames }: Offer): string {
  const t = useTranslations("auth.join");
  const locale = useLocale();
  if (hasAllPages) return t("allPages");
  return pageNames.length === 0 ? t("noPages") : t("pages", { names: new Intl.ListFormat(locale).format(pageNames) });
}
