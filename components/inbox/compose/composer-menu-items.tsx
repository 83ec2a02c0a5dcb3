"use client";

import type { ReactElement } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Menu, MenuItem, MenuLinkItem, MenuSeparator } from "@/components/ui/menu";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import type { ComposerDialog } from "./composer-dialogs";

export type ComposerMenuProps = {
  conversation: Conversation;
  /** Undefined while it is not known. */
  capabilities: Page["capabilities"] | undefined;
  onOpen: (dialog: ComposerDialog) => void;
  onQuickReplies: () => void;
  trigger: ReactElement;
};

/** Open from the start, because it is loaded by being asked for. What a Page may not send says why. */
export default function ComposerMenuItems({
  conversation,
  capabilities,
  onOpen,
  onQuickReplies,
  trigger,
}: ComposerMenuProps) {
  const t = useTranslations("compose.menu");
  const mayConnect = useMayDo("pages:connect");
  const hasNoUtility = capabilities?.utility === "no";
  const hasNoOneTime = capabilities?.oneTime === "no";
  return (
    <Menu defaultOpen side="top" align="start" trigger={trigger}>
      <MenuItem onClick={onQuickReplies}>{t("quickReplies")}</MenuItem>
      <MenuItem onClick={() => onOpen("button")}>{t("buttons")}</MenuItem>
      <MenuItem onClick={() => onOpen("generic")}>{t("cards")}</MenuItem>
      <MenuItem onClick={() => onOpen("address")}>{t("address")}</MenuItem>
      {/* Instagram has none of these. */}
      {conversation.channel === "messenger" && (
        <>
          <MenuSeparator />
          <MenuItem disabled={hasNoUtility} onClick={() => onOpen("utility")}>
            <Words text={t("utility")} hint={hasNoUtility ? t("utilityMissing") : null} />
          </MenuItem>
          {hasNoUtility && mayConnect && (
            <MenuLinkItem href="/api/pages/connect?utility=1">{t("utilityConnect")}</MenuLinkItem>
          )}
          <MenuItem disabled={hasNoOneTime} onClick={() => onOpen("one-time-request")}>
            <Words text={t("oneTimeRequest")} hint={hasNoOneTime ? t("oneTimeMissing") : null} />
          </MenuItem>
          {conversation.oneTimeTokens > 0 && (
            <MenuItem disabled={hasNoOneTime} onClick={() => onOpen("one-time-use")}>
              {t("oneTimeUse", { count: conversation.oneTimeTokens })}
            </MenuItem>
          )}
        </>
      )}
    </Menu>
  );
}

function Words({ text, hint }: { text: string; hint: string | null }) {
  return (
    <span>
      {text}
      {hint !== null && <span className="block text-xs text-soft">{hint}</span>}
    </span>
  );
}
