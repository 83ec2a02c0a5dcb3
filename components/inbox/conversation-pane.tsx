"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { conversationQuery, isGone } from "./conversation-queries";
import { draftStore } from "./draft-store";
import { OpenConversation } from "./open-conversation";
import { useConversationAddress } from "./use-inbox-location";

/** One conversation: its thread and, where there is room, who it is with. */
export function ConversationPane({ conversationId }: { conversationId: string }) {
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(conversationQuery(queryClient, conversationId));
  return (
    <div className="col-start-1 row-start-1 flex min-h-0 min-w-0 bg-canvas md:col-start-2">
      {data && !isGone(error) ? (
        <OpenConversation conversation={data} />
      ) : (
        <div className="min-w-0 flex-1">
          {!error && <Skeleton rows={6} rowClassName="h-14 px-4" />}
          {isGone(error) && <Gone conversationId={conversationId} />}
          {error && !isGone(error) && <LoadError error={error} onRetry={refetch} className="m-4" />}
        </div>
      )}
    </div>
  );
}

function Gone({ conversationId }: { conversationId: string }) {
  const t = useTranslations("inbox.empty");
  const { open } = useConversationAddress();
  // Nor may this device keep what was being written to somebody who was erased.
  useEffect(() => draftStore.clear(conversationId), [conversationId]);
  return (
    <EmptyState title={t("goneTitle")} action={<Button onClick={() => open(null)}>{t("backToInbox")}</Button>}>
      {t("goneBody")}
    </EmptyState>
  );
}
