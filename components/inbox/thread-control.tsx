"use client";

import { ArrowRightLeft, ChevronDown } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { LazyMenu } from "@/components/ui/lazy-menu";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { useOwnerName } from "./use-owner-name";

const loadMenu = () => import("./thread-control-menu");
const ThreadControlMenu = lazy(loadMenu);

/** Says who answers, and opens what can be done about it. */
export function ThreadControl({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("thread");
  const mayControl = useMayDo("conversations:write");
  const { channel, isStandby, owner } = conversation;
  const ownerName = useOwnerName(channel, owner?.appId ?? null);
  const who = isStandby
    ? t("answers.other", { owner: ownerName })
    : t(owner?.kind === "desk" ? "answers.desk" : "answers.open");
  if (!mayControl) return null;
  const trigger = (
    <button
      type="button"
      aria-label={`${who}. ${t("menu")}`}
      className={cn(
        buttonStyle({ variant: "ghost" }),
        "max-w-56 min-w-0 shrink px-2 text-xs first-letter:capitalize max-md:w-11 max-md:px-0",
        isStandby && "text-warn",
      )}
    >
      <ArrowRightLeft aria-hidden="true" className="shrink-0" />
      <span className="truncate first-letter:uppercase max-md:sr-only">{who}</span>
      <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 max-md:hidden" />
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={loadMenu}>
      <ThreadControlMenu conversation={conversation} trigger={trigger} />
    </LazyMenu>
  );
}
