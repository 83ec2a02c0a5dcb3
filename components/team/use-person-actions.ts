"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { ChangePersonInput, PasswordLink, Person } from "@/lib/api/schemas/people";
import { invitationsQuery, peopleQuery } from "./people-query";

const addressOf = ({ id }: Pick<Person, "id">) => `/api/people/${encodeURIComponent(id)}`;

/**
 * What can be done with somebody's place here. What went wrong is said, and the list is as the desk has it.
 * @param onMove called once somebody is let in or shut out, before the lists show it
 */
export function usePersonActions(person: Pick<Person, "id" | "name">, onMove?: () => void) {
  const t = useTranslations("team");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { name } = person;
  const onSettled = () => queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
  const say = (title: string) => (error: unknown) => void toast.bad(title, { detail: errorText(error).detail });

  const change = useMutation({
    mutationFn: (input: ChangePersonInput) => fetchJson<void>(addressOf(person), { method: "PUT", json: input }),
    onSuccess: () => void toast.good(t("change.done", { name })),
    onSettled,
  });
  const reactivate = useMutation({
    mutationFn: () => fetchJson<void>(`${addressOf(person)}/reactivate`, { method: "POST" }),
    onSuccess: () => {
      onMove?.();
      toast.good(t("reactivate.done", { name }));
    },
    onError: say(t("reactivate.failed", { name })),
    onSettled,
  });
  const deactivate = useMutation({
    mutationFn: () => fetchJson<void>(`${addressOf(person)}/deactivate`, { method: "POST" }),
    onSuccess: () => {
      onMove?.();
      const undo = { label: t("deactivate.undo"), onClick: () => reactivate.mutate() };
      toast.good(t("deactivate.done", { name }), { action: undo });
    },
    onError: say(t("deactivate.failed", { name })),
    onSettled,
  });
  const signOut = useMutation({
    mutationFn: () => fetchJson<{ ended: number }>(`${addressOf(person)}/sign-out`, { method: "POST" }),
    onSuccess: ({ ended }) =>
      void toast.good(t("signOut.done", { name }), { detail: t("signOut.detail", { count: ended }) }),
    onError: say(t("signOut.failed", { name })),
    onSettled,
  });
  const newPassword = useMutation({
    mutationFn: () => fetchJson<PasswordLink>(`${addressOf(person)}/password-link`, { method: "POST" }),
    onError: say(t("newPassword.failed")),
    onSettled: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  return { change, reactivate, deactivate, signOut, newPassword };
}
