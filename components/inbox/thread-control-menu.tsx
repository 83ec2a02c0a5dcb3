"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDownLeft, ArrowUpRight, Hand, Inbox, type LucideIcon, Unlink } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { ThreadControlInput } from "@/lib/api/schemas/outgoing";
import { threadOwnerQuery, threadReceiversQuery } from "./thread-owner-query";
import { ToldOwner } from "./told-owner";
import { useThreadControl } from "./use-thread-control";

type ThreadControlMenuProps = { conversation: Conversation; trigger: ReactElement };

/** Open from the start, because it is loaded by being asked for. */
export default function ThreadControlMenu({ conversation, trigger }: ThreadControlMenuProps) {
  return (
    <Menu defaultOpen trigger={trigger}>
      <Choices conversation={conversation} />
    </Menu>
  );
}

/** Mounted each time the menu opens, so that Facebook is asked each time. */
function Choices({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("thread");
  const { id, channel, isStandby } = conversation;
  const { mutate } = useThreadControl(id);
  const receivers = useQuery({ ...threadReceiversQuery(id), enabled: !isStandby }).data ?? [];
  const isIdle = useQuery(threadOwnerQuery(id)).data?.state === "idle";
  const choose = (input: ThreadControlInput) => () => mutate(input);
  return (
    <div className="w-80 max-w-[calc(100vw-1rem)]">
      {/* Inside a menu only the name of a group may be read that is no choice. */}
      <MenuGroup label={<ToldOwner conversation={conversation} />}>
        {isStandby && (
          <Choice
            icon={ArrowDownLeft}
            label={t("take.label")}
            hint={t("take.hint")}
            onClick={choose({ action: "take" })}
          />
        )}
        {isStandby && (
          <Choice
            icon={Hand}
            label={t("request.label")}
            hint={t("request.hint")}
            onClick={choose({ action: "request" })}
          />
        )}
        {!isStandby && (
          <Choice
            icon={Inbox}
            label={t("pass_inbox.label", { channel })}
            hint={t("pass_inbox.hint")}
            onClick={choose({ action: "pass" })}
          />
        )}
        {receivers.map(({ appId, name }) => (
          <Choice
            key={appId}
            icon={ArrowUpRight}
            label={t("pass.label", { app: name })}
            hint={t("pass.hint")}
            onClick={choose({ action: "pass", targetAppId: appId })}
          />
        ))}
        {!isStandby && !isIdle && (
          <Choice
            icon={Unlink}
            label={t("release.label")}
            hint={t("release.hint")}
            onClick={choose({ action: "release" })}
          />
        )}
      </MenuGroup>
    </div>
  );
}

type ChoiceProps = { icon: LucideIcon; label: string; hint: string; onClick: () => void };

function Choice({ icon: Icon, label, hint, onClick }: ChoiceProps) {
  return (
    <MenuItem onClick={onClick} className="items-start py-1.5">
      <Icon aria-hidden="true" className="mt-0.5 shrink-0" />
      <span className="min-w-0">
        <bdi className="block font-medium">{label}</bdi>
        <span className="block text-xs text-soft">{hint}</span>
      </span>
    </MenuItem>
  );
}
