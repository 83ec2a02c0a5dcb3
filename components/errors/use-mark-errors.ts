"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { DeliveryErrorSelection } from "@/lib/api/schemas/delivery-errors";
import { ERRORS_KEY } from "./errors-query";
import { markAll } from "./retry-all";

/** Marks errors as known, or as open again. */
export function useMarkErrors() {
  const t = useTranslations("errors");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: ({ selection, isKnown }: { selection: DeliveryErrorSelection; isKnown: boolean }) =>
      markAll(selection, isKnown),
    onSuccess: (count, { isKnown }) => toast.good(isKnown ? t("marked", { count }) : t("unmarked", { count })),
    onError: (error) => {
      const { title, detail } = errorText(error);
      toast.bad(title, { detail });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ERRORS_KEY }),
  });
}
