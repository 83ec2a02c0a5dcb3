"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { toKnownApp } from "@/lib/messenger/known-apps";
import { useInboxViewer } from "./inbox-viewer";

/** A function that names an app that holds, held or wants a thread, as it stands inside a sentence. */
export function useAppName(channel: Conversation["channel"]): (appId: string | null) => string {
  const t = useTranslations("inbox.app");
  const { appId: ownAppId, appNames } = useInboxViewer();
  return useCallback(
    (appId) => {
      if (appId === null) return t("unnamed");
      if (appId === ownAppId) return t("desk");
      const known = toKnownApp(appId);
      return known ? t(known, { channel }) : (appNames.get(appId) ?? t("other", { id: appId }));
    },
    [t, ownAppId, appNames, channel],
  );
}
