"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Conversation } from "@/lib/api/schemas/inbox";

/** A function that names the person of a conversation; who has no name yet is told apart by the end of the PSID. */
export function useDisplayName(): (conversation: Pick<Conversation, "displayName" | "psid">) => string {
  const t = useTranslations("inbox");
  return useCallback(({ displayName, psid }) => displayName ?? t("person", { last: psid.slice(-4) }), [t]);
}
