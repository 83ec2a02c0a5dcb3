"use client";

import { useCallback } from "react";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { useAppName } from "./use-app-name";

/** A function that names the app which answers while this desk looks on, as it stands inside a sentence. */
export function useOwnerName(): (conversation: Pick<Conversation, "owner">) => string {
  const appName = useAppName();
  // A desk that looks on is not the one that answers, whatever was the last that Meta told of a handover.
  return useCallback(({ owner }) => appName(owner === null || owner.kind === "desk" ? null : owner.appId), [appName]);
}
