"use client";

import { Check, RotateCw, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Message, MessageError } from "@/lib/api/schemas/inbox";
import { FailureDetails } from "./failure-details";
import { useRetryDelivery } from "./use-retry-delivery";
import { useSettleMessage } from "./use-settle-message";
import { useTakeOver } from "./use-take-over";

const SendAgainDialog = lazy(() =>
  import("./send-again-dialog").then((module) => ({ default: module.SendAgainDialog })),
);

/** Another app holds the thread (Meta docs: error codes; on Instagram and Messenger they differ). */
const isHeldElsewhere = ({ code, subcode }: MessageError) =>
  code === 2018300 || subcode === 2018300 || subcode === 2534037;

/** Meta could not fetch the file at an address (Meta docs: error codes): the same one again helps only by chance. */
const NOT_FETCHED = 2018008;

/** Meta did not take it: why, and what helps. */
export function RefusedMessage({ message, error }: { message: Message; error: MessageError }) {
  const t = useTranslations("errors.inThread");
  const mayWrite = useMayDo("conversations:write");
  const retry = useRetryDelivery(message);
  const address = error.subcode === NOT_FETCHED ? message.attachments.find(({ url }) => url !== null)?.url : undefined;
  const takeOver = useTakeOver(message.conversationId, () => retry.mutate());
  return (
    <>
      <div>
        <p className="font-medium text-bad">{error.title}</p>
        <p className="text-soft">{error.advice}</p>
      </div>
      <div className="flex flex-wrap justify-end gap-1.5">
        {mayWrite && isHeldElsewhere(error) && (
          <Button size="sm" pending={takeOver.isPending} onClick={() => takeOver.mutate()}>
            {t("takeOver")}
          </Button>
        )}
        {mayWrite && error.retryable && address == null && (
          <Button size="sm" pending={retry.isPending} onClick={() => retry.mutate()}>
            <RotateCw aria-hidden="true" />
            {t("retry")}
          </Button>
        )}
        {message.text !== null && <CopyButton size="sm" text={message.text} label={t("copyText")} />}
        {address != null && <CopyButton size="sm" text={address} label={t("copyAddress")} />}
      </div>
      <FailureDetails error={error} />
    </>
  );
}

/** Meta did not say whether it took it: a person who knows decides, nobody else. */
export function UnconfirmedMessage({ message }: { message: Message }) {
  const t = useTranslations("errors.inThread");
  const mayWrite = useMayDo("conversations:write");
  const retry = useRetryDelivery(message);
  const settle = useSettleMessage(message);
  const pending = (outcome: "sent" | "not_sent") => settle.isPending && settle.variables === outcome;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <div>
        <p className="font-medium text-warn">{t("unconfirmedTitle")}</p>
        <p className="text-soft">{t("unconfirmedBody")}</p>
      </div>
      <div className="flex flex-wrap justify-end gap-1.5">
        {mayWrite && (
          <>
            <Button size="sm" pending={pending("sent")} onClick={() => settle.mutate("sent")}>
              <Check aria-hidden="true" />
              {t("arrived")}
            </Button>
            <Button size="sm" pending={pending("not_sent")} onClick={() => settle.mutate("not_sent")}>
              <X aria-hidden="true" />
              {t("notArrived")}
            </Button>
            {message.error && (
              <Button size="sm" pending={retry.isPending} onClick={() => setAsking(true)}>
                <RotateCw aria-hidden="true" />
                {t("sendAgain")}
              </Button>
            )}
          </>
        )}
        {message.text !== null && <CopyButton size="sm" text={message.text} label={t("copyText")} />}
      </div>
      {message.error && <FailureDetails error={message.error} />}
      {isAsking && (
        <Suspense>
          <SendAgainDialog onConfirm={() => retry.mutate()} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
