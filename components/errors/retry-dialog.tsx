"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LoadError } from "@/components/ui/load-error";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { DeliveryErrorSelection } from "@/lib/api/schemas/delivery-errors";
import { ERRORS_KEY } from "./errors-query";
import { FailedAbout } from "./failed-about";
import { type RetryOutcome, retryAll } from "./retry-all";

type RetryDialogProps = {
  selection: DeliveryErrorSelection;
  /** What it is about, for example the title of the cause. */
  description?: string;
  isOpen: boolean;
  onClose: () => void;
};

/** Says first what would be sent again, and what would not and why; then does it. */
export function RetryDialog({ selection, description, isOpen, onClose }: RetryDialogProps) {
  const t = useTranslations("errors.bulk");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const preview = useQuery({
    queryKey: ["delivery-error-dry-run", selection],
    queryFn: ({ signal }) => retryAll(selection, { dryRun: true, signal }),
    enabled: isOpen,
    gcTime: 0,
  });
  const retry = useMutation({
    mutationFn: () => retryAll(selection, { dryRun: false }),
    onSuccess: ({ retried, refusedCount }) => {
      const detail = refusedCount > 0 ? { detail: t("doneRefused", { count: refusedCount }) } : {};
      if (retried > 0) toast.good(t("done", { count: retried }), detail);
      else toast.bad(t("done", { count: 0 }), detail);
      onClose();
    },
    onError: (error) => {
      const { title, detail } = errorText(error);
      toast.bad(title, { detail });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ERRORS_KEY }),
  });
  const outcome = preview.data;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {outcome && (outcome.retried > 0 || outcome.hasMore) && (
            <Button variant="primary" pending={retry.isPending} onClick={() => retry.mutate()}>
              {outcome.hasMore ? t("sendAll") : t("send", { count: outcome.retried })}
            </Button>
          )}
        </>
      }
    >
      <div aria-live="polite" className="min-h-0 overflow-y-auto">
        {outcome ? (
          <Preview outcome={outcome} />
        ) : preview.error ? (
          <LoadError error={preview.error} onRetry={preview.refetch} />
        ) : (
          <p className="flex items-center gap-2 text-soft">
            <Spinner />
            {t("checking")}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Preview({ outcome: { retried, going, refused, refusedCount, hasMore } }: { outcome: RetryOutcome }) {
  const t = useTranslations("errors.bulk");
  return (
    <>
      <p className="font-medium">
        {hasMore ? t("goingSome", { count: retried, seen: retried + refusedCount }) : t("going", { count: retried })}
      </p>
      {going.length > 0 && (
        <ul aria-label={t("goingTo")} className="mt-2 flex flex-col gap-1">
          {going.map((each) => (
            <li key={each.deliveryErrorId} className="line-clamp-2 break-words">
              <FailedAbout about={each} />
            </li>
          ))}
          {retried > going.length && <li className="text-soft">{t("andMore", { count: retried - going.length })}</li>}
        </ul>
      )}
      {refusedCount > 0 && (
        <>
          <p className="mt-3">{t("refused", { count: refusedCount })}</p>
          <ul className="mt-1 list-disc pl-5 text-soft">
            {refused.map(({ reason, count }) => (
              <li key={reason}>{t("reason", { count, reason })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
