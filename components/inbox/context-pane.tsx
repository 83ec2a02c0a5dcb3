"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { useTranslations } from "use-intl";
import { usePage } from "@/components/pages/use-page";
import { usePageName } from "@/components/pages/use-page-name";
import { ErasePerson } from "@/components/privacy/erase-person";
import { ExportPerson } from "@/components/privacy/export-person";
import { useMayDo } from "@/components/shell/role-context";
import { Avatar } from "@/components/ui/avatar";
import { CopyButton } from "@/components/ui/copy-button";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import { useNow } from "@/components/ui/use-now";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { useComposerState } from "./compose/use-composer-state";
import { describeWindow } from "./describe-window";
import { draftStore } from "./draft-store";
import { useThreadTime } from "./thread-time";
import { useDisplayName } from "./use-display-name";
import { useConversationAddress } from "./use-inbox-location";

const OneTimeOfPerson = lazy(() => import("@/components/one-time/one-time-of-person"));

type ContextPaneProps = {
  conversation: Conversation;
  /** When the first message came; null while that is not known. */
  firstActivityAt: number | null;
};

/** Who this is, as far as Meta tells. */
export function ContextPane({ conversation, firstActivityAt }: ContextPaneProps) {
  const t = useTranslations("inbox.context");
  const name = useDisplayName()(conversation);
  const pageName = usePageName()(conversation.pageId);
  const mayErase = useMayDo("people:erase");
  const mayExport = useMayDo("people:export");
  return (
    <div className="px-5 py-5">
      <div className="flex items-center gap-3">
        <Avatar name={name} src={conversation.pictureUrl} hueFrom={conversation.psid} size="lg" />
        <p className="min-w-0 text-lg font-semibold break-words">
          <bdi>{name}</bdi>
        </p>
      </div>
      {conversation.displayName === null && <p className="mt-2 text-soft">{t("noName")}</p>}
      <dl className="mt-5 space-y-3.5">
        <Fact name={t("page")}>
          <PageDot pageId={conversation.pageId} className="mr-1.5" />
          <bdi>{pageName}</bdi>
        </Fact>
        <Fact name={t("channel")}>{t(conversation.channel)}</Fact>
        <Fact name={t("window")}>
          <WindowText conversation={conversation} />
        </Fact>
        <Fact name={t("lastActivity")}>
          <RelativeTime at={conversation.lastActivityAt} />
        </Fact>
        {firstActivityAt !== null && (
          <Fact name={t("firstActivity")}>
            <RelativeTime at={firstActivityAt} />
          </Fact>
        )}
        <Fact name={t("psid")}>
          <span className="flex items-center justify-between gap-2">
            <code className="min-w-0 font-mono break-all">{conversation.psid}</code>
            <CopyButton size="sm" text={conversation.psid} label={t("copyPsid")} />
          </span>
        </Fact>
        <OneTime conversation={conversation} />
      </dl>
      {(mayErase || mayExport) && (
        <div className="mt-6 flex flex-col items-start gap-1 border-t pt-3">
          {mayExport && <ExportPerson conversationId={conversation.id} />}
          {mayErase && <EraseFromInbox conversationId={conversation.id} name={name} />}
        </div>
      )}
    </div>
  );
}

/** Only where there may be any: few Pages have them. */
function OneTime({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("onetime.ofPerson");
  const { data: page } = usePage(conversation.pageId);
  if (conversation.channel !== "messenger") return null;
  if (conversation.oneTimeTokens === 0 && page?.capabilities.oneTime !== "yes") return null;
  return (
    <Fact name={t("title")}>
      <Suspense>
        <OneTimeOfPerson conversation={conversation} />
      </Suspense>
    </Fact>
  );
}

function EraseFromInbox({ conversationId, name }: { conversationId: string; name: string }) {
  const { open } = useConversationAddress();
  const onErased = () => {
    draftStore.clear(conversationId);
    open(null);
  };
  return <ErasePerson conversationId={conversationId} name={name} onErased={onErased} />;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="mt-0.5 break-words">{children}</dd>
    </div>
  );
}

/** In the words of the composer: after the window a person may still answer for a while. */
function WindowText({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("inbox.context");
  const time = useThreadTime();
  const state = describeWindow(conversation.window.closesAt, useNow());
  const { decision } = useComposerState(conversation);
  if (state.state !== "closed") return t("windowOpen", { time: time.short(state.closesAt) });
  if (state.closedAt === null) return t("windowClosed");
  const closed = time.short(state.closedAt);
  if (decision.way !== "human_agent" || decision.untilMs === null) return t("windowClosedAt", { time: closed });
  return t("windowHumanAgent", { closed, time: time.short(decision.untilMs) });
}
