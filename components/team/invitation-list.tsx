"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { TimeAhead } from "@/components/pages/time-ahead";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Invitation } from "@/lib/api/schemas/people";
import { AccessText } from "./access-text";
import { invitationsQuery } from "./people-query";

/** Links that nobody has used yet. */
export function InvitationList() {
  const t = useTranslations("team.invitations");
  const { data: invitations, error, isPending, refetch } = useQuery(invitationsQuery);
  return (
    <Section title={t("title")} description={t("hint")}>
      {isPending && <Skeleton rows={1} />}
      {error && <LoadError error={error} onRetry={refetch} />}
      {invitations?.length === 0 && <p className="text-soft">{t("none")}</p>}
      {invitations && invitations.length > 0 && (
        <ul aria-label={t("title")} className="divide-y">
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("team.invitations");
  const roles = useTranslations("shell.roles");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { id, note, role, invitedBy, expiresAt, isNewPassword } = invitation;
  const withdraw = useMutation({
    mutationFn: () => fetchJson<void>(`/api/invitations/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSuccess: () => void toast.good(t("withdrawn", { note })),
    onError: (error) => void toast.bad(t("failed"), { detail: errorText(error).detail }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 break-words font-medium">{note}</span>
          <Badge>{isNewPassword ? t("newPassword") : roles(role)}</Badge>
        </p>
        {!isNewPassword && (
          <p className="mt-0.5 text-soft">
            <AccessText {...invitation} />
          </p>
        )}
        <p className="mt-0.5 text-xs text-soft">
          {invitedBy === null ? t("commandLine") : t("by", { name: invitedBy })}
          {" · "}
          {t("until")} <TimeAhead at={expiresAt} past={t("over")} />
        </p>
      </div>
      <Button
        size="sm"
        aria-label={t("withdrawOne", { note })}
        pending={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {t("withdraw")}
      </Button>
    </li>
  );
}
