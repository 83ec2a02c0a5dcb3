"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/shown-once";

type KeySecretDialogProps = { name: string; secret: string; onClose: () => void };

/** The key, shown this once, with a call to try it. */
export function KeySecretDialog({ name, secret, onClose }: KeySecretDialogProps) {
  const t = useTranslations("keys.secret");
  const curl = `curl -H 'Authorization: Bearer ${secret}' ${window.location.origin}/api/me`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { name })}
      description={t("body")}
      footer={
        <>
          <Button onClick={onClose}>{t("done")}</Button>
          <CopyButton text={secret} label={t("copy")} variant="primary" />
        </>
      }
    >
      <div className="flex flex-col gap-4 overflow-y-auto">
        <ShownOnce label={t("label")} value={secret} />
        <div>
          <p className="mb-1.5 font-medium">{t("try")}</p>
          <pre className="mb-2 rounded-md bg-canvas px-2.5 py-2 font-mono text-xs break-all whitespace-pre-wrap">
            {curl}
          </pre>
          <CopyButton text={curl} label={t("copyCurl")} size="sm" />
        </div>
      </div>
    </Dialog>
  );
}
