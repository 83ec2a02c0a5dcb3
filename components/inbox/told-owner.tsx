"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { threadOwnerQuery } from "./thread-owner-query";
import { useThreadTime } from "./thread-time";
import { useOwnerName } from "./use-owner-name";

/** Who has the conversation, as Facebook says at this moment: what events told may be out of date. */
export function ToldOwner({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("thread.told");
  const time = useThreadTime();
  const { data, isError } = useQuery(threadOwnerQuery(conversation.id));
  const known = useOwnerName(conversation.channel, data?.appId ?? conversation.owner?.appId ?? null);
  const until = data?.expiresAt == null ? "none" : time.short(data.expiresAt);
  return (
    <span className="block first-letter:uppercase">
      {isError
        ? t("failed")
        : data === undefined
          ? t("asking")
          : t(data.state, { owner: data.appName ?? known, until })}
    </span>
  );
}
