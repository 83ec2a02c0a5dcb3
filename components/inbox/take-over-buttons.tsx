"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useThreadControl } from "./use-thread-control";

/** What can be done while another app answers. */
export function TakeOverButtons({ conversationId }: { conversationId: string }) {
  const t = useTranslations("thread");
  const control = useThreadControl(conversationId);
  const pending = (action: string) => control.isPending && control.variables.action === action;
  return (
    <div className="mt-2 flex flex-wrap gap-1.5">
      <Button pending={pending("take")} onClick={() => control.mutate({ action: "take" })}>
        {t("take.label")}
      </Button>
      <Button variant="ghost" pending={pending("request")} onClick={() => control.mutate({ action: "request" })}>
        {t("request.label")}
      </Button>
    </div>
  );
}
