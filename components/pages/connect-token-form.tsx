"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError, fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { textLinkStyle } from "@/components/ui/text-link";
import { useErrorText } from "@/components/use-error-text";
import type { PasteTokenResult } from "@/lib/api/schemas/pages";
import { pagesQuery } from "./pages-query";

const bold = { b: (text: ReactNode) => <strong className="font-medium">{text}</strong> };

/** For a token made by hand: a Page's links that Page, a system user's leads to the picker with its Pages. */
export function ConnectTokenForm() {
  const t = useTranslations("connect.paste");
  const router = useRouter();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [token, setToken] = useState("");
  const paste = useMutation({
    mutationFn: (given: string) =>
      fetchJson<PasteTokenResult>("/api/pages/token", { method: "POST", json: { token: given } }),
    onSuccess: async ({ kind }) => {
      setToken("");
      if (kind === "system_user") router.push("/pages?connect=done");
      else await queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    paste.mutate(token);
  };
  const linked = paste.data?.page;
  return (
    <Section title={t("title")} description={t("body")}>
      <ul className="mb-3 list-disc space-y-1 pl-5">
        <li>{t.rich("page", bold)}</li>
        <li>{t.rich("systemUser", bold)}</li>
      </ul>
      <form onSubmit={submit} className="flex items-end gap-2 max-md:flex-col max-md:items-stretch">
        <Field label={t("label")} className="min-w-0 flex-1">
          <Input
            type="password"
            autoComplete="off"
            spellCheck={false}
            required
            minLength={20}
            maxLength={2000}
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        </Field>
        <Button type="submit" pending={paste.isPending} disabled={token.trim() === ""}>
          {t("submit")}
        </Button>
      </form>
      {paste.error && (
        <Callout tone="bad" role="alert" title={t("failed")} className="mt-3">
          {paste.error instanceof ApiError && paste.error.code === "invalid_input"
            ? paste.error.detail
            : errorText(paste.error).detail}
        </Callout>
      )}
      {linked && (
        <Callout
          tone="good"
          role="status"
          title={t("done", { name: linked.name })}
          className="mt-3"
          action={
            <Link href={`/pages/${encodeURIComponent(linked.id)}`} className={textLinkStyle}>
              {t("open", { name: linked.name })}
            </Link>
          }
        />
      )}
    </Section>
  );
}
