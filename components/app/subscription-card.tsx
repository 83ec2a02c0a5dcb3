"use client";

import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import type { AppSubscription } from "@/lib/api/schemas/app";
import { SubscribeAppButton } from "./subscribe-app-button";
import { SubscriptionFields } from "./subscription-fields";
import { type SubscriptionState, toSubscriptionState } from "./subscription-state";

const looks: Record<SubscriptionState, { tone: BadgeTone; icon: LucideIcon }> = {
  ours: { tone: "good", icon: CircleCheck },
  inactive: { tone: "warn", icon: CircleX },
  elsewhere: { tone: "bad", icon: CircleX },
  missing: { tone: "neutral", icon: CircleDashed },
};

type SubscriptionCardProps = {
  object: string;
  subscription: AppSubscription | null;
  /** What is asked for when it is set up from here; null for an object the desk has no use for. */
  wanted: readonly string[] | null;
  /** Of those, what some Page waits for. */
  missingFields: readonly string[];
  /** What it means that there is none. */
  missingText: string;
  /** The desk's own: another one is told, also when it leads here by some other way. */
  callbackUrl: string;
};

/** What the app sends of one object: where to, which fields, and the button that mends it. */
export function SubscriptionCard({
  object,
  subscription,
  wanted,
  missingFields,
  missingText,
  callbackUrl,
}: SubscriptionCardProps) {
  const t = useTranslations("app.subscriptions");
  const state = toSubscriptionState(subscription);
  const { tone, icon: Icon } = looks[state];
  const name = object === "page" || object === "instagram" ? t(`objects.${object}`) : t("objects.other", { object });
  const known = object === "page" || object === "instagram" ? object : null;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{name}</h3>
        {wanted !== null && (
          <Badge tone={tone}>
            <Icon aria-hidden="true" />
            {t(`state.${state}`)}
          </Badge>
        )}
      </div>
      {state === "missing" && <p className="mt-1 text-soft">{missingText}</p>}
      {subscription && subscription.callbackUrl !== callbackUrl && (
        <p className="mt-1">
          {t("goesTo")}{" "}
          <span className="font-mono text-xs break-all">{subscription.callbackUrl || t("noAddress")}</span>
        </p>
      )}
      {subscription && <SubscriptionFields fields={subscription.fields} />}
      {known && wanted && state !== "ours" && (
        <div className="mt-2">
          <SubscribeAppButton
            input={{ object: known, fields: wanted }}
            variant={known === "page" ? "primary" : "secondary"}
            isMove={state === "elsewhere"}
          >
            {state === "elsewhere" ? t("bringHere") : t("setUp")}
          </SubscribeAppButton>
        </div>
      )}
      {known && missingFields.length > 0 && (
        <Callout
          tone="warn"
          className="mt-2"
          action={
            <SubscribeAppButton size="sm" input={{ object: known, fields: missingFields }}>
              {t("switchOn")}
            </SubscribeAppButton>
          }
        >
          {t("fieldsOff", { fields: missingFields.join(", ") })}
        </Callout>
      )}
    </li>
  );
}
