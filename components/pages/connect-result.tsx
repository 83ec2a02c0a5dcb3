"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import { PickerDialog } from "./picker/picker-dialog";

/** What came of Facebook's dialog (`?connect=`): the picker, or a polite word. */
export function ConnectResult() {
  const t = useTranslations("pages.connectResult");
  const [connect, setConnect] = useQueryState("connect", parseAsStringLiteral(["done", "cancelled", "failed"]));
  if (connect === "cancelled" || connect === "failed") {
    return (
      <Callout
        tone={connect === "failed" ? "bad" : "info"}
        role="status"
        title={t(`${connect}.title`)}
        className="mb-4"
      >
        {t(`${connect}.body`)}
      </Callout>
    );
  }
  return <PickerDialog open={connect === "done"} onOpenChange={(open) => void setConnect(open ? "done" : null)} />;
}
