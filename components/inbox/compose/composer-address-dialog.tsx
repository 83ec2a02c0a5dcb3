"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioList } from "@/components/ui/radio-list";
import { MEDIA_TYPES, type MediaType } from "@/lib/messenger/outgoing-content";
import type { SendContent } from "./send-content";
import { isWebAddress } from "./template-draft";

type AddressDialogProps = { onClose: () => void; onSend: (content: SendContent) => void };

/** A picture, video, recording or file that Meta fetches from an address (Meta docs: Send API, attachments by URL). */
export default function AddressDialog({ onClose, onSend }: AddressDialogProps) {
  const t = useTranslations("compose.address");
  const [type, setType] = useState<MediaType>("image");
  const [url, setUrl] = useState("");
  const isWrong = url.trim() !== "" && !isWebAddress(url);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title")}
      description={t("description")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabled={!isWebAddress(url)}
            onClick={() => {
              onSend({ attachment: { type, url: url.trim() } });
              onClose();
            }}
          >
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioList
          label={t("type")}
          value={type}
          onValueChange={setType}
          options={MEDIA_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
        />
        <Field label={t("url")} error={isWrong ? t("wrong") : null}>
          <Input type="url" value={url} onChange={(event) => setUrl(event.target.value)} placeholder="https://" />
        </Field>
      </div>
    </Dialog>
  );
}
