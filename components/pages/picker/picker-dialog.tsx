"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ApiError } from "@/components/fetch-json";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { ConnectLink } from "../connect-link";
import { availablePagesQuery } from "./available-pages-query";
import { ConsentNotes } from "./consent-notes";
import { PagePicker } from "./page-picker";

type PickerDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Shows the person's Pages at Facebook and links those they pick. */
export function PickerDialog({ open, onOpenChange }: PickerDialogProps) {
  const t = useTranslations("pages.picker");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="lg" title={t("title")} description={t("description")}>
      <PickerContent onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function PickerContent({ onDone }: { onDone: () => void }) {
  const t = useTranslations("pages.picker");
  const { data, error, isPending, refetch } = useQuery(availablePagesQuery);

  if (isPending) return <Skeleton rows={6} rowClassName="h-12" />;
  if (error instanceof ApiError && error.code === "page_consent_needed") {
    return (
      <Callout title={t("consentTitle")} action={<ConnectLink primary={false}>{t("consentAction")}</ConnectLink>}>
        {t("consentBody")}
      </Callout>
    );
  }
  if (!data) return <LoadError error={error} onRetry={refetch} />;
  if (data.pages.length === 0) {
    return (
      <>
        <ConsentNotes {...data} />
        <EmptyState
          title={t("emptyTitle")}
          action={<ConnectLink primary={false}>{t("differentPages")}</ConnectLink>}
          className="py-8"
        >
          {t("emptyBody")}
        </EmptyState>
      </>
    );
  }
  return <PagePicker available={data} onDone={onDone} />;
}
