"use client";

import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";

/** A picture as large as the screen allows. Loaded when the first one is opened. */
export default function Lightbox({ src, onClose }: { src: string; onClose: () => void }) {
  const t = useTranslations("inbox.attachment");
  return (
    <Dialog open onOpenChange={onClose} title={t("image")} size="lg">
      <img src={src} alt={t("image")} className="max-h-full min-h-0 w-full object-contain" />
    </Dialog>
  );
}
