"use client";

import { MessageSquareOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePage } from "@/components/pages/use-page";
import { useMayDo } from "@/components/shell/role-context";
import { Button, buttonStyle } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { TakeOverButtons } from "../take-over-buttons";
import { useOwnerName } from "../use-owner-name";
import type { ComposerDialog } from "./composer-dialogs";
import type { Refusal } from "./composer-state";

/** Refusals after which something else may go out: then it is worth saying when nothing can. */
const OF_TIME: readonly Refusal["code"][] = ["window_closed", "never_wrote", "human_agent_over", "human_agent_missing"];

type ComposerBlockedProps = {
  conversation: Conversation;
  refusal: Refusal;
  /** What was being written: it stays. */
  draft: string;
  onOpen: (dialog: ComposerDialog) => void;
};

/** In place of the field while no reply can go out: why, and what can. */
export function ComposerBlocked({ conversation, refusal, draft, onOpen }: ComposerBlockedProps) {
  const t = useTranslations("sending");
  const owner = useOwnerName(conversation.channel, conversation.owner?.appId ?? null);
  const { code, alternatives } = refusal;
  return (
    <div
      role="note"
      className="flex min-h-0 items-start gap-2.5 overflow-y-auto rounded-md border bg-hover px-3 py-2.5"
    >
      <MessageSquareOff aria-hidden="true" className="mt-0.5 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t(`refused.${code}.title`, { owner })}</p>
        <p className="text-soft">{t(`refused.${code}.detail`)}</p>
        {code === "held_elsewhere" && <TakeOverButtons conversationId={conversation.id} />}
        {alternatives.length > 0 && (
          <ul aria-label={t("alternatives.label")} className="mt-2 flex flex-wrap gap-2">
            {alternatives.map((alternative) => (
              <li key={alternative}>
                <Button onClick={() => onOpen(alternative === "utility" ? "utility" : "one-time-use")}>
                  {t(`alternatives.${alternative}`, { count: conversation.oneTimeTokens })}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {OF_TIME.includes(code) && <Missing conversation={conversation} alternatives={alternatives} />}
        {draft.trim() !== "" && (
          <div className="mt-2 flex items-center gap-2 border-t pt-2 text-soft">
            <p className="min-w-0 flex-1 truncate">
              {t("draftKept")} <bdi>{draft}</bdi>
            </p>
            <CopyButton size="sm" text={draft} label={t("copyDraft")} />
          </div>
        )}
      </div>
    </div>
  );
}

/** What cannot go out either, and why where that can be changed. */
function Missing({ conversation, alternatives }: { conversation: Conversation } & Pick<Refusal, "alternatives">) {
  const t = useTranslations("sending.alternatives");
  const mayConnect = useMayDo("pages:connect");
  const { data: page } = usePage(conversation.pageId);
  if (conversation.channel !== "messenger" || page?.capabilities.utility !== "no") {
    return alternatives.length === 0 && <p className="text-soft">{t("nothing")}</p>;
  }
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2 text-soft">
      <p className="min-w-0 flex-1 basis-60">{t("utilityMissing")}</p>
      {mayConnect && (
        // A plain link: it leaves the desk, so nothing may prefetch it.
        <a href="/api/pages/connect?utility=1" className={buttonStyle({ size: "sm" })}>
          {t("connectUtility")}
        </a>
      )}
    </div>
  );
}
