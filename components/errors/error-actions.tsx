"use client";

import { RotateCw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Button, buttonStyle } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { DeliveryError } from "@/lib/api/schemas/delivery-errors";
import { useMarkErrors } from "./use-mark-errors";
import { useRetryError } from "./use-retry-error";

/** What can be done about one delivery error, and where it leads to. */
export function ErrorActions({ deliveryError }: { deliveryError: DeliveryError }) {
  const t = useTranslations("errors");
  const { id, pageId, conversationId, messageId, status, retryable, errorClass } = deliveryError;
  const mayRetry = useMayDo("conversations:write");
  const mayMark = useMayDo("delivery_errors:manage");
  const retry = useRetryError(id);
  const mark = useMarkErrors();
  const [isAsking, setAsking] = useState(false);
  const isWaiting = status === "open" || status === "known";
  const mayHaveArrived = errorClass === "unconfirmed";
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {mayRetry && retryable && isWaiting && (
        <Button size="sm" pending={retry.isPending} onClick={() => (mayHaveArrived ? setAsking(true) : retry.mutate())}>
          <RotateCw aria-hidden="true" />
          {t("retry")}
        </Button>
      )}
      {mayMark && isWaiting && (
        <Button
          size="sm"
          pending={mark.isPending}
          onClick={() => mark.mutate({ selection: { ids: [id] }, isKnown: status === "open" })}
        >
          {status === "open" ? t("mark") : t("unmark")}
        </Button>
      )}
      {conversationId !== null && (
        <Link
          href={`/inbox/${encodeURIComponent(conversationId)}${messageId === null ? "" : `?message=${encodeURIComponent(messageId)}`}`}
          className={buttonStyle({ size: "sm" })}
        >
          {t("conversation")}
        </Link>
      )}
      <Link href={`/pages/${encodeURIComponent(pageId)}`} className={buttonStyle({ size: "sm", variant: "ghost" })}>
        {t("page")}
      </Link>
      {isAsking && (
        <ConfirmDialog
          open
          onOpenChange={setAsking}
          title={t("unsure.title")}
          description={t("unsure.body")}
          confirmLabel={t("unsure.confirm")}
          onConfirm={() => {
            setAsking(false);
            retry.mutate();
          }}
        />
      )}
    </div>
  );
}
