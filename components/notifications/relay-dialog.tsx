"use client";

import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useErrorText } from "@/components/use-error-text";
import type { RelayResult } from "@/lib/api/schemas/notifications";
import { formatMs } from "./format-ms";
import { isWebAddress } from "./is-web-address";

/** Where it was sent last, in this browser. */
const ADDRESS_KEY = "pagedesk.relay-address";

/** Sends the stored bytes to an address that a developer names, signed as Meta would. */
export function RelayButton({ notificationId, isMasked }: { notificationId: string; isMasked: boolean }) {
  const t = useTranslations("notifications.relay");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Send aria-hidden="true" />
        {t("button")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("title")} description={t("description")}>
        {isMasked ? (
          <Callout title={t("masked")}>{t("maskedBody")}</Callout>
        ) : (
          <RelayForm notificationId={notificationId} />
        )}
      </Dialog>
    </>
  );
}

function RelayForm({ notificationId }: { notificationId: string }) {
  const t = useTranslations("notifications.relay");
  const errorText = useErrorText();
  const [url, setUrl] = useState(() => localStorage.getItem(ADDRESS_KEY) ?? "");
  const relay = useMutation({
    mutationFn: () =>
      fetchJson<RelayResult>(`/api/notifications/${encodeURIComponent(notificationId)}/relay`, {
        method: "POST",
        json: { url: url.trim() },
      }),
    onMutate: () => localStorage.setItem(ADDRESS_KEY, url.trim()),
  });
  const [isChecked, setChecked] = useState(false);
  const isUsable = isWebAddress(url.trim());
  const problem = relay.error ? errorText(relay.error) : null;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (!relay.isPending && isUsable) relay.mutate();
  }

  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <Field
        label={t("address")}
        description={t("addressHint")}
        error={isChecked && !isUsable ? t("badAddress") : null}
      >
        <Input
          inputMode="url"
          value={url}
          onValueChange={setUrl}
          placeholder="https://dev.example.test/webhook"
          autoComplete="off"
        />
      </Field>
      {problem && isUsable && (
        <Callout tone="bad" role="alert" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      {relay.data && isUsable && <Answer result={relay.data} />}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={relay.isPending}>
          {t(relay.data ? "again" : "send")}
        </Button>
      </div>
    </form>
  );
}

function Answer({ result: { status, durationMs, answer } }: { result: RelayResult }) {
  const t = useTranslations("notifications.relay");
  const locale = useLocale();
  return (
    <Callout
      tone={status >= 200 && status < 300 ? "good" : "warn"}
      role="status"
      title={t("answered", { status, duration: formatMs(durationMs, locale) })}
    >
      {status >= 300 && status < 400 && <p>{t("redirect")}</p>}
      {answer === "" ? (
        t("noAnswer")
      ) : (
        <pre className="mt-1 max-h-48 overflow-y-auto font-mono text-xs break-words whitespace-pre-wrap">{answer}</pre>
      )}
    </Callout>
  );
}
