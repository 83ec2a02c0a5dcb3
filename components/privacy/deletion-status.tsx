import { Callout } from "@/components/ui/callout";
import { Fact, Facts } from "@/components/ui/facts";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeletionStatus as Status } from "@/lib/erasure/get-deletion-status";
import { getTranslator } from "@/lib/i18n/get-translator";

/** How far a deletion request is, in words for the person who made it. */
export function DeletionStatus({ status }: { status: Status }) {
  const t = getTranslator("privacy.deletion");
  if (status.state === "no_code" || status.state === "unknown") {
    return (
      <Callout tone="warn" title={t(`${status.state}.title`)}>
        {t(`${status.state}.body`)}
      </Callout>
    );
  }
  return (
    <>
      <Callout tone={status.state === "done" ? "good" : "info"} title={t(`${status.state}.title`)}>
        {t(`${status.state}.body`)}
      </Callout>
      <Facts>
        <Fact label={t("code")}>
          <code className="font-mono break-all">{status.code}</code>
        </Fact>
        <Fact label={t("requestedAt")}>
          <RelativeTime at={status.requestedAt} />
        </Fact>
        {status.state === "done" && (
          <Fact label={t("doneAt")}>
            <RelativeTime at={status.doneAt} />
          </Fact>
        )}
      </Facts>
    </>
  );
}
