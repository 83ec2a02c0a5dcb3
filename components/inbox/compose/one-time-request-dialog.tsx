"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePage } from "@/components/pages/use-page";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { countOver } from "./count-over";
import type { SendContent } from "./send-content";

type OneTimeRequestDialogProps = {
  conversation: Conversation;
  isOpen: boolean;
  onClose: () => void;
  onSend: (content: SendContent, preview?: string) => void;
};

/** Asks the person whether they want to be told about something, once. */
export function OneTimeRequestDialog({ conversation, isOpen, onClose, onSend }: OneTimeRequestDialogProps) {
  const t = useTranslations("onetime.request");
  const tUi = useTranslations("ui");
  const tCompose = useTranslations("compose");
  const reason = useCapabilityReason(conversation);
  const [title, setTitle] = useState("");
  const [topic, setTopic] = useState("");
  const titleOver = countOver(title, LIMITS.oneTimeTitle);
  const isReady = title.trim() !== "" && titleOver === 0 && topic.trim() !== "" && !reason?.isFinal;
  const send = () => {
    if (!isReady) return;
    onSend({ template: { type: "one_time_notif_req", title: title.trim(), topic: topic.trim() } }, title.trim());
    onClose();
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{tUi("cancel")}</Button>
          <Button variant="primary" disabled={!isReady} onClick={send}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-0.5">
        {reason && <Callout tone={reason.isFinal ? "warn" : "info"}>{reason.text}</Callout>}
        <Field
          label={t("titleLabel")}
          description={t("titleHint", { left: Math.max(0, LIMITS.oneTimeTitle - title.trim().length) })}
          error={titleOver > 0 ? tCompose("tooLong", { over: titleOver }) : null}
        >
          <Input value={title} autoComplete="off" onChange={(event) => setTitle(event.currentTarget.value)} />
        </Field>
        <Field label={t("topicLabel")} description={t("topicHint")}>
          <Input
            value={topic}
            maxLength={LIMITS.payload}
            autoComplete="off"
            onChange={(event) => setTopic(event.currentTarget.value)}
          />
        </Field>
        <figure aria-label={t("preview")} className="rounded-lg border bg-canvas p-4">
          <div className="max-w-72 overflow-hidden rounded-xl bg-hover">
            <p className="px-3 py-2 font-medium break-words">{title.trim() === "" ? "…" : title}</p>
            <p className="border-t px-3 py-2 text-center font-medium text-accent">{t("notifyMe")}</p>
          </div>
        </figure>
      </div>
    </Dialog>
  );
}

/** Why asking will not, or may not, work here; null when the Page is known to have it. */
function useCapabilityReason({ pageId, channel }: Conversation): { text: string; isFinal: boolean } | null {
  const t = useTranslations("onetime.capability");
  const { data: page } = usePage(pageId);
  if (channel === "instagram") return { text: t("instagram"), isFinal: true };
  const capability = page?.capabilities.oneTime ?? "yes";
  return capability === "yes" ? null : { text: t(capability), isFinal: capability === "no" };
}
