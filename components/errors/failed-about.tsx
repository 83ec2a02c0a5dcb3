"use client";

import { useTranslations } from "use-intl";
import type { FailedAbout as About } from "@/lib/api/schemas/delivery-errors";

/** To whom it was, and how the message began or which kind of file it was. Nobody is told apart by a time alone. */
export function FailedAbout({ about: { displayName, preview, previewKind } }: { about: About }) {
  const t = useTranslations("errors");
  const tKind = useTranslations("inbox.list.kind");
  const words = preview === "" && previewKind !== "text" && previewKind !== "none" ? tKind(previewKind) : preview;
  return (
    <>
      <bdi className="font-medium">{displayName ?? t("nobody")}</bdi>
      {words !== "" && (
        <>
          {": "}
          <bdi className="text-soft">{words}</bdi>
        </>
      )}
    </>
  );
}
