"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Button } from "@/components/ui/button";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { useThreadControl } from "./use-thread-control";

type StandbyNoteProps = {
  conversation: Conversation;
  /** As it stands inside a sentence. */
  owner: string;
};

/** Above the composer while another app answers: who, and how to take over. */
export function StandbyNote({ conversation, owner }: StandbyNoteProps) {
  const t = useTranslations("thread");
  const mayControl = useMayDo("conversations:write");
  const control = useThreadControl(conversation.id);
  const pending = (action: string) => control.isPending && control.variables.action === action;
  return (
    <div
      role="note"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-t bg-hover px-4 py-2 text-soft max-md:px-3"
    >
      <p className="flex min-w-48 flex-1 items-start gap-2">
        <Eye aria-hidden="true" className="mt-0.5 shrink-0" />
        <span>{t("standby.note", { owner })}</span>
      </p>
      {mayControl && (
        <div className="flex flex-wrap gap-1.5">
          <Button size="sm" pending={pending("take")} onClick={() => control.mutate({ action: "take" })}>
            {t("take.label")}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            pending={pending("request")}
            onClick={() => control.mutate({ action: "request" })}
          >
            {t("request.label")}
          </Button>
        </div>
      )}
    </div>
  );
}
