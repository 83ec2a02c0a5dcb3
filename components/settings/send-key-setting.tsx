"use client";

import { useTranslations } from "use-intl";
import type { SendKey } from "@/components/inbox/send-key";
import { RadioList } from "@/components/ui/radio-list";
import { useSendKey } from "./use-send-key";

export function SendKeySetting() {
  const t = useTranslations("settings.composer");
  const [sendKey, setSendKey] = useSendKey();
  return (
    <RadioList<SendKey>
      label={t("label")}
      hint={t("hint")}
      value={sendKey}
      onValueChange={setSendKey}
      options={[
        { value: "enter", label: t("enter") },
        { value: "mod-enter", label: t("modEnter") },
      ]}
    />
  );
}
