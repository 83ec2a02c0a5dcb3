import { Suspense } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { getTranslator } from "@/lib/i18n/get-translator";
import { DashboardValues, type DashboardValuesProps } from "./dashboard-values";

type SetupFactsProps = {
  values: DashboardValuesProps;
  /** Unix ms; null: never. */
  verifiedAt: number | null;
  /** Looking may take a few seconds: the rest does not wait for it. */
  reach: Promise<{ detail: string }>;
};

/** What a new desk's app has to know before anybody can sign in, for whoever holds the set-up token. */
export function SetupFacts({ values, verifiedAt, reach }: SetupFactsProps) {
  const t = getTranslator("app.setup");
  return (
    <details className="border-t pt-3">
      <summary className="rounded-sm font-medium max-md:min-h-11 max-md:content-center">{t("summary")}</summary>
      <p className="mt-2 text-soft">{t("body")}</p>
      <p className="mt-2">
        {verifiedAt === null ? (
          t("notVerified")
        ) : (
          <>
            {t("verified")} <RelativeTime at={verifiedAt} />
          </>
        )}
      </p>
      <p className="mt-2">{t("reach")}</p>
      <Suspense fallback={null}>
        <ReachDetail reach={reach} />
      </Suspense>
      <h2 className="mt-4 text-base font-semibold">{t("values")}</h2>
      <DashboardValues {...values} />
    </details>
  );
}

async function ReachDetail({ reach }: Pick<SetupFactsProps, "reach">) {
  return <p className="text-soft">{(await reach).detail}</p>;
}
