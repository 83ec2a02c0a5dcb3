"use client";

import { lazy, Suspense } from "react";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { SendContent } from "./send-content";

const TemplateDialog = lazy(() => import("./template-dialog"));
const AddressDialog = lazy(() => import("./composer-address-dialog"));
const UtilityDialog = lazy(() => import("./utility-dialog").then((file) => ({ default: file.UtilityDialog })));
const OneTimeRequestDialog = lazy(() =>
  import("./one-time-request-dialog").then((file) => ({ default: file.OneTimeRequestDialog })),
);
const OneTimeUseDialog = lazy(() =>
  import("./one-time-use-dialog").then((file) => ({ default: file.OneTimeUseDialog })),
);

export type ComposerDialog = "button" | "generic" | "address" | "utility" | "one-time-request" | "one-time-use";

type ComposerDialogsProps = {
  dialog: ComposerDialog | null;
  conversation: Conversation;
  onClose: () => void;
  /** @param preview how it reads, where the content does not say */
  onSend: (content: SendContent, preview?: string) => void;
};

/** The one dialog of the composer that is open; loaded when it is asked for. */
export function ComposerDialogs({ dialog, ...props }: ComposerDialogsProps) {
  if (dialog === null) return null;
  return <Suspense>{toDialog(dialog, props)}</Suspense>;
}

function toDialog(dialog: ComposerDialog, { conversation, onClose, onSend }: Omit<ComposerDialogsProps, "dialog">) {
  switch (dialog) {
    case "button":
    case "generic":
      return <TemplateDialog kind={dialog} conversation={conversation} onClose={onClose} onSend={onSend} />;
    case "address":
      return <AddressDialog onClose={onClose} onSend={onSend} />;
    case "utility":
      return <UtilityDialog isOpen conversation={conversation} onClose={onClose} onSend={onSend} />;
    case "one-time-request":
      return <OneTimeRequestDialog isOpen conversation={conversation} onClose={onClose} onSend={onSend} />;
    case "one-time-use":
      return <OneTimeUseDialog isOpen conversation={conversation} onClose={onClose} onSend={onSend} />;
  }
}
