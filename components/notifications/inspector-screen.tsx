import type { ReactNode } from "react";
import { Screen } from "@/components/shell/screen";
import { getTranslator } from "@/lib/i18n/get-translator";
import { type InspectorPart, InspectorParts } from "./inspector-parts";

type InspectorScreenProps = { part: InspectorPart; actions?: ReactNode; children: ReactNode };

/** The frame of the inspector's parts, and the way between them. */
export function InspectorScreen({ part, actions, children }: InspectorScreenProps) {
  const t = getTranslator("notifications");
  return (
    <Screen title={t("title")} width="wide" actions={actions}>
      <InspectorParts part={part} />
      {children}
    </Screen>
  );
}
