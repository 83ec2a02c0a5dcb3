"use client";

import { ChevronDown } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { LazyMenu } from "@/components/ui/lazy-menu";
import type { SendKey } from "./send-key";

const loadChoice = () => import("./send-key-choice");
const SendKeyChoice = lazy(loadChoice);

type SendKeyMenuProps = { sendKey: SendKey; onChange: (sendKey: SendKey) => void };

/** Says which key sends, and lets another one be chosen. */
export function SendKeyMenu({ sendKey, onChange }: SendKeyMenuProps) {
  const t = useTranslations("inbox.composer");
  const trigger = (
    <button
      type="button"
      className="ml-auto flex min-h-6 shrink-0 items-center gap-1 rounded-sm px-1 text-xs whitespace-nowrap text-soft transition-colors hover:text-ink data-popup-open:text-ink max-md:hidden pointer-coarse:hidden"
    >
      {sendKey === "enter" ? t("enterSends") : t("modEnterSends")}
      <ChevronDown aria-hidden="true" className="size-3.5" />
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={loadChoice}>
      <SendKeyChoice sendKey={sendKey} onChange={onChange} trigger={trigger} />
    </LazyMenu>
  );
}
