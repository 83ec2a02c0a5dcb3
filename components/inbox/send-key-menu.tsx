"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Menu, MenuChoice } from "@/components/ui/menu";
import type { SendKey } from "./send-key";

type SendKeyMenuProps = { sendKey: SendKey; onChange: (sendKey: SendKey) => void };

/** Says which key sends, and lets another one be chosen. */
export function SendKeyMenu({ sendKey, onChange }: SendKeyMenuProps) {
  const t = useTranslations("inbox.composer");
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className="ml-auto flex items-center gap-1 rounded-sm px-1 text-xs text-soft transition-colors hover:text-ink data-popup-open:text-ink max-md:hidden pointer-coarse:hidden"
        >
          {sendKey === "enter" ? t("enterSends") : t("modEnterSends")}
          <ChevronDown aria-hidden="true" className="size-3.5" />
        </button>
      }
    >
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
