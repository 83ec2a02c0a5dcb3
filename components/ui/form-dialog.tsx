"use client";

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/use-error-text";
import { Button } from "./button";
import { Callout } from "./callout";
import { Dialog } from "./dialog";

type FormDialogProps = {
  title: string;
  description?: string;
  /** What the button does. */
  action: string;
  /** Whether all that is needed is filled in. */
  isReady: boolean;
  isPending: boolean;
  error: Error | null;
  /** What did not happen, where there is an error. */
  failed: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Some fields that are sent together; what went wrong stands above them, and they stay as they were. */
export function FormDialog({
  title,
  description,
  action,
  isReady,
  isPending,
  error,
  failed,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!isReady} pending={isPending}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="-mx-1 flex min-h-0 flex-col gap-4 overflow-y-auto px-1 pb-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isPending) onSubmit();
        }}
      >
        {error !== null && (
          <Callout tone="bad" role="alert" title={failed}>
            {errorText(error).detail}
          </Callout>
        )}
        {children}
      </form>
    </Dialog>
  );
}
