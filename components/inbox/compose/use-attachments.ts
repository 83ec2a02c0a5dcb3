"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { attachmentStore, type HeldFile, MOST_FILES } from "./attachment-store";

export type AttachmentItem = Omit<HeldFile, "problem"> & {
  /** Why it failed, for a person; null when it did not. */
  problem: string | null;
  /** Whether trying again can help. */
  canRetry: boolean;
};

const NONE: readonly HeldFile[] = [];
/** What the desk will say again: it is about the file itself. */
const FINAL = ["unsupported_media", "body_too_large", "invalid_input"];
const MEGABYTE = 1024 * 1024;

/**
 * Files that go with the next message of a conversation, oldest first; each is on its way to Meta as soon as it is added.
 * `clear` after they were sent: their previews stay alive for a while, because the new bubbles show them.
 */
export function useAttachments(conversation: Conversation) {
  const { id, channel } = conversation;
  const t = useTranslations("attachments");
  const problemText = useProblemText(channel);
  const held = useSyncExternalStore(
    attachmentStore.subscribe,
    () => attachmentStore.read(id),
    () => NONE,
  );
  const items = useMemo<AttachmentItem[]>(
    () =>
      held.map((file) => ({
        ...file,
        problem: file.problem === null ? null : problemText(file),
        canRetry: file.problem !== null && "error" in file.problem && !isFinal(file.problem.error),
      })),
    [held, problemText],
  );
  const add = useCallback(
    (files: File[]) => {
      const leftOut = attachmentStore.add({ id, channel }, files);
      if (leftOut > 0) toast.bad(t("refused.tooMany", { limit: MOST_FILES }));
    },
    [id, channel, t],
  );
  const remove = useCallback((key: string) => attachmentStore.remove(id, key), [id]);
  const retry = useCallback((key: string) => attachmentStore.retry(id, key), [id]);
  const clear = useCallback(() => attachmentStore.clear(id), [id]);
  return { items, add, remove, retry, clear };
}

function isFinal(error: unknown): boolean {
  return error instanceof ApiError && FINAL.includes(error.code);
}

/** What is wrong with a file, in words. */
function useProblemText(channel: Conversation["channel"]) {
  const t = useTranslations("attachments.refused");
  const errorText = useErrorText();
  return useCallback(
    ({ problem, sizeBytes }: HeldFile): string => {
      if (problem === null) return "";
      if ("error" in problem) {
        const { title, detail } = errorText(problem.error);
        return detail || title;
      }
      const { refusal } = problem;
      switch (refusal.code) {
        case "type":
        case "channel":
          return channel === "instagram" ? t("channel") : t("type");
        case "empty":
          return t("empty");
        case "size":
          return t("size", { size: inMegabytes(sizeBytes), limit: inMegabytes(refusal.limitBytes) });
      }
    },
    [t, errorText, channel],
  );
}

/** Rounded up, so that what is too large never reads as the limit. Meta counts these megabytes in 1,024s. */
const inMegabytes = (bytes: number) => `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`;
