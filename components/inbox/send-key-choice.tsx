"use client";

import type { ReactElement } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuChoice } from "@/components/ui/menu";
import type { SendKey } from "./send-key";

type SendKeyChoiceProps = { sendKey: SendKey; onChange: (sendKey: SendKey) => void; trigger: ReactElement };

/** Open from the start, because it is loaded by being asked for. */
export default function SendKeyChoice({ sendKey, onChange, trigger }: SendKeyChoiceProps) {
  const t = useTranslations("inbox.composer");
  return (
    <Menu defaultOpen side="top" trigger={trigger}>
      <MenuChoice
        label={t("sendKey")}
        value={sendKey}
        onValueChange={onChange}
        options={[
          { value: "enter", label: t("enter") },
          { value: "mod-enter", label: t("modEnter") },
        ]}
      />
    </Menu>
  );
}
