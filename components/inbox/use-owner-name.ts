"use client";

import type { Conversation } from "@/lib/api/schemas/inbox";
import { useInboxViewer } from "./inbox-viewer";
import { useAppName } from "./use-app-name";

/** The name of the app that answers, or answered, while this desk looks on, as it stands inside a sentence. */
export function useOwnerName(channel: Conversation["channel"], appId: string | null): string {
  const appName = useAppName(channel);
  const { appId: ownAppId } = useInboxViewer();
  // A desk that looks on is not the one that answers, whatever was the last that Meta told of a handover.
  return appName(appId === ownAppId ? null : appId);
}
