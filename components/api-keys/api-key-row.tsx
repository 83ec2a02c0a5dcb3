"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { AccessText } from "@/components/team/access-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { ApiKey } from "@/lib/api/schemas/people";
import { apiKeysQuery } from "./api-keys-query";

/** One key: what it may do, when it last did, and the way to end it. */
export function ApiKeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations("keys");
  const roles = useTranslations("shell.roles");
  const [isRevoking, setRevoking] = useState(false);
  const { name, role, hint, madeBy, isYours, createdAt, lastUsedAt, obstacle } = apiKey;
  const revoke = useRevoke(apiKey);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 break-words font-medium">{name}</span>
          <Badge tone="accent">{roles(role)}</Badge>
          <span className="font-mono text-xs text-soft">{t("hint", { hint })}</span>
        </p>
        <p className="mt-0.5 text-soft">
          <AccessText {...apiKey} />
        </p>
        <p className="mt-0.5 text-xs text-soft">
          {lastUsedAt === null ? (
            t("neverUsed")
          ) : (
            <>
              {t("lastUsed")} <RelativeTime at={lastUsedAt} />
            </>
          )}
          {` · ${t("made")} `}
          <RelativeTime at={createdAt} />
          {!isYours && ` ${t("madeBy", { name: madeBy })}`}
        </p>
        {obstacle !== null && (
          <p className="mt-1 flex items-start gap-1.5 text-xs text-warn">
            <TriangleAlert aria-hidden="true" className="size-3.5" />
            {obstacle}
          </p>
        )}
      </div>
      <Button size="sm" aria-label={t("revokeOne", { name })} onClick={() => setRevoking(true)}>
        {t("revoke")}
      </Button>
      <ConfirmDialog
        open={isRevoking}
        onOpenChange={setRevoking}
        title={t("revokeTitle", { name })}
        description={t("revokeBody")}
        confirmLabel={t("revoke")}
        pending={revoke.isPending}
        onConfirm={() => revoke.mutate(undefined, { onSettled: () => setRevoking(false) })}
      />
    </li>
  );
}

function useRevoke({ id, name }: ApiKey) {
  const t = useTranslations("keys");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => fetchJson<void>(`/api/api-keys/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSuccess: () => void toast.good(t("revoked", { name })),
    onError: (error) => void toast.bad(t("revokeFailed"), { detail: errorText(error).detail }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}
