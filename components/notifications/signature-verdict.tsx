"use client";

import { useTranslations } from "use-intl";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { SignatureMark } from "./signature-mark";

/** How the signature was checked, in words: which secret made it, or what is likely wrong and what to do. */
export function SignatureVerdict({
  notification: { signature, signatureCheck },
}: {
  notification: Pick<NotificationDetail, "signature" | "signatureCheck">;
}) {
  const t = useTranslations("notifications.verdict");
  const { hash, secretNumber, secretCount, cause } = signatureCheck;
  return (
    <div>
      <SignatureMark signature={signature} />
      {signature === "valid" && secretNumber !== null && (
        <p className="mt-0.5 text-soft">
          {secretCount > 1 ? t("oneOf", { number: secretNumber, count: secretCount }) : t("theOne")}
          {hash === "sha1" && ` ${t("sha1")}`}
        </p>
      )}
      {cause !== null && (
        <p className="mt-0.5">
          {t(`causes.${cause}.what`)} <span className="text-soft">{t(`causes.${cause}.todo`)}</span>
        </p>
      )}
    </div>
  );
}
