"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserX } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";

const ErasePersonDialog = lazy(() => import("./erase-person-dialog"));

type ErasePersonProps = {
  conversationId: string;
  name: string;
  /** They are gone: nothing of them is to be shown any more. */
  onErased: () => void;
};

/** Forgets the person of a conversation for good, after asking. */
export function ErasePerson({ conversationId, name, onErased }: ErasePersonProps) {
  const t = useTranslations("privacy.erase");
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const erase = useMutation({
    mutationFn: () => fetchJson<void>(`/api/conversations/${encodeURIComponent(conversationId)}`, { method: "DELETE" }),
    onSuccess: () => {
      toast.good(t("done", { name }));
      onErased();
      void queryClient.invalidateQueries({ queryKey: ["conversations"] });
    },
    onError: (error) => toast.bad(t("failed", { name }), { detail: errorText(error).detail }),
  });
  return (
    <>
      <Button variant="ghost" className="-ml-3 text-bad" onClick={() => setAsking(true)}>
        <UserX aria-hidden="true" />
        {t("button")}
      </Button>
      {isAsking && (
        <Suspense>
          <ErasePersonDialog
            name={name}
            pending={erase.isPending}
            onConfirm={() => erase.mutate(undefined, { onSettled: () => setAsking(false) })}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
