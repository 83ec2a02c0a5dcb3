"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { textLinkStyle } from "@/components/ui/text-link";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { PrivacyText } from "@/lib/privacy/privacy-text";

const MAX_LENGTH = 20_000;

/** The text of the public privacy page, for those who answer for it. */
export function PrivacyTextSetting({ initial }: { initial: PrivacyText }) {
  const t = useTranslations("privacy.text");
  const errorText = useErrorText();
  const id = useId();
  const [saved, setSaved] = useState(initial);
  const [text, setText] = useState(initial.text);
  const save = useMutation({
    mutationFn: (next: string) =>
      fetchJson<PrivacyText>("/api/settings/privacy", { method: "PUT", json: { text: next } }),
    onSuccess: (answer, next) => {
      setSaved(answer);
      setText(answer.text);
      toast.good(next === "" ? t("restored") : t("saved"));
    },
  });
  const isChanged = text.trim() !== saved.text;
  const problem = save.error ? errorText(save.error) : null;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !save.isPending) save.mutate(text.trim());
      }}
    >
      <label htmlFor={id} className="font-medium">
        {t("label")}
      </label>
      <Textarea
        id={id}
        aria-describedby={`${id}-hint`}
        value={text}
        maxLength={MAX_LENGTH}
        onChange={(event) => setText(event.currentTarget.value)}
        className="max-h-96 min-h-40"
      />
      <p id={`${id}-hint`} className="text-xs text-soft">
        {t("format")}
      </p>
      {problem && (
        <Callout tone="bad" role="alert" title={t("failed")}>
          {problem.detail}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={!isChanged} pending={save.isPending}>
          {t("save")}
        </Button>
        {!saved.isDefault && (
          <Button pending={save.isPending} onClick={() => save.mutate("")}>
            {t("restore")}
          </Button>
        )}
        <Link href="/privacy" target="_blank" className={textLinkStyle}>
          {t("open")}
        </Link>
      </div>
    </form>
  );
}
