"use client";

import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { FILE_KINDS, isTaken } from "@/lib/uploads/file-kinds";

type AttachButtonProps = {
  /** Messenger unless told otherwise. */
  channel?: Conversation["channel"];
  onFiles: (files: File[]) => void;
  disabled?: boolean;
};

/** Picks files to send. What the channel does not take is faint in the browser's own dialog. */
export function AttachButton({ channel = "messenger", onFiles, disabled }: AttachButtonProps) {
  const t = useTranslations("attachments");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={t("attach")} side="top" disabled={disabled} onClick={() => input.current?.click()}>
        <Paperclip aria-hidden="true" />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={t("attach")}
        accept={toAccept(channel)}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file again is a change too.
          target.value = "";
        }}
      />
    </>
  );
}

/** Types and endings: phones go by the first, computers by the second. */
function toAccept(channel: Conversation["channel"]): string {
  return FILE_KINDS.filter((kind) => isTaken(kind, channel))
    .flatMap(({ contentType, extensions }) => [contentType, ...extensions.map((extension) => `.${extension}`)])
    .join(",");
}
