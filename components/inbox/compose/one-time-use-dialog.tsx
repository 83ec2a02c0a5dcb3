"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { oneTimeOfPersonQuery } from "@/components/one-time/one-time-query";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LoadError } from "@/components/ui/load-error";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { countOver } from "./count-over";
import type { SendContent } from "./send-content";

type OneTimeUseDialogProps = {
  conversation: Conversation;
  isOpen: boolean;
  onClose: () => void;
  onSend: (content: SendContent, preview?: string) => void;
};

/** Spends a one-time notification of the person on a message. */
export function OneTimeUseDialog({ conversation, isOpen, onClose, onSend }: OneTimeUseDialogProps) {
  const t = useTranslations("onetime.use");
  const tUi = useTranslations("ui");
  const tCompose = useTranslations("compose");
  const query = useQuery(oneTimeOfPersonQuery(conversation));
  const granted = (query.data ?? []).filter(({ state }) => state === "granted");
  const [id, setId] = useState<string | null>(null);
  const [text, setText] = useState("");
  const chosen = granted.find((its) => its.id === id) ?? granted[0];
  const textOver = countOver(text, LIMITS.textCharacters);
  const isReady = chosen !== undefined && text.trim() !== "" && textOver === 0;
  const send = () => {
    if (!isReady) return;
    onSend({ text: text.trim(), oneTimeId: chosen.id });
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
        {query.isPending && <Skeleton rows={2} />}
        {!query.data && query.error && <LoadError error={query.error} onRetry={query.refetch} />}
        {query.data && !chosen && <p className="text-soft">{t("none")}</p>}
        {chosen && (
          <>
            <Select
              label={t("which")}
              items={granted.map((its) => ({ value: its.id, label: its.title ?? its.topic }))}
              value={chosen.id}
              onValueChange={setId}
              className="max-w-full self-start"
            />
            <Field
              label={t("text")}
              description={t("left", { count: Math.max(0, LIMITS.textCharacters - text.trim().length) })}
              error={textOver > 0 ? tCompose("tooLong", { over: textOver }) : null}
            >
              <Input
                render={<Textarea rows={4} className="max-h-60" />}
                className="h-auto max-md:h-auto"
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            </Field>
          </>
        )}
      </div>
    </Dialog>
  );
}
