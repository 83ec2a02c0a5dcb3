"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import type { AppInfo } from "@/lib/api/schemas/app";
import { SubscriptionCard } from "./subscription-card";
import { wantedFields } from "./wanted-fields";

/** Pages and Instagram, whether they are set up or not, and whatever else the app is subscribed to. */
export function SubscriptionList({ app }: { app: Pick<AppInfo, "subscriptions" | "missingFields" | "callbackUrl"> }) {
  const t = useTranslations("app.subscriptions");
  const { data: pages = [] } = useQuery(pagesQuery);
  const find = (name: string) => app.subscriptions.find(({ object }) => object === name) ?? null;
  const withInstagram = pages.filter(({ status, instagram }) => status !== "unlinked" && instagram !== null).length;
  const others = app.subscriptions.filter(({ object }) => object !== "page" && object !== "instagram");
  return (
    <ul className="divide-y">
      <SubscriptionCard
        object="page"
        subscription={find("page")}
        wanted={wantedFields("page", pages)}
        missingFields={app.missingFields}
        missingText={t("missingPage")}
        callbackUrl={app.callbackUrl}
      />
      <SubscriptionCard
        object="instagram"
        subscription={find("instagram")}
        wanted={wantedFields("instagram", pages)}
        missingFields={[]}
        missingText={t("missingInstagram", { count: withInstagram })}
        callbackUrl={app.callbackUrl}
      />
      {others.map((subscription) => (
        <SubscriptionCard
          key={subscription.object}
          object={subscription.object}
          subscription={subscription}
          wanted={null}
          missingFields={[]}
          missingText=""
          callbackUrl={app.callbackUrl}
        />
      ))}
    </ul>
  );
}
