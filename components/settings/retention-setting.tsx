"use client";

import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { RetentionSettings } from "@/lib/api/schemas/retention";
import { listChoices, listShortened, RETENTION_KINDS, type RetentionKind, withChoice } from "./retention-choices";
import { useAgeText } from "./use-age-text";

const RetentionDialog = lazy(() => import("./retention-dialog"));

/** For how long each kind is kept. Saved at once; asks first when something would be deleted. */
export function RetentionSetting({ initial }: { initial: RetentionSettings }) {
  const t = useTranslations("settings.retention");
  const errorText = useErrorText();
  const [settings, setSettings] = useState(initial);
  const [asked, setAsked] = useState<RetentionSettings | null>(null);
  const save = useMutation({
    mutationFn: (next: RetentionSettings) =>
      fetchJson<RetentionSettings>("/api/settings/retention", { method: "PUT", json: next }),
    onSuccess: (saved) => {
      setSettings(saved);
      toast.good(t("saved"));
    },
    onError: (error) => toast.bad(t("failed"), { detail: errorText(error).detail }),
    onSettled: () => setAsked(null),
  });
  const shown = save.isPending ? save.variables : settings;
  const choose = (kind: RetentionKind, days: number | null) => {
    const next = withChoice(settings, kind, days);
    if (listShortened(settings, next).length > 0) setAsked(next);
    else if (next[kind] !== settings[kind]) save.mutate(next);
  };
  return (
    <div className="flex flex-col gap-4">
      {RETENTION_KINDS.map((kind) => (
        <KindSetting key={kind} kind={kind} settings={shown} onChoose={(days) => choose(kind, days)} />
      ))}
      {asked && (
        <Suspense>
          <RetentionDialog
            settings={asked}
            shortened={listShortened(settings, asked)}
            pending={save.isPending}
            onConfirm={() => save.mutate(asked)}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

type KindSettingProps = {
  kind: RetentionKind;
  settings: RetentionSettings;
  onChoose: (days: number | null) => void;
};

function KindSetting({ kind, settings, onChoose }: KindSettingProps) {
  const t = useTranslations("settings.retention");
  const age = useAgeText();
  const label = t(`${kind}.label`);
  return (
    <div className="flex items-start justify-between gap-4 max-md:flex-col max-md:gap-2">
      <div>
        <p className="font-medium">{label}</p>
        <p className="text-xs text-soft">{t(`${kind}.hint`)}</p>
      </div>
      <Select
        label={label}
        items={listChoices(settings, kind).map((days) => ({ value: toValue(days), label: age(days) }))}
        value={toValue(settings[kind])}
        onValueChange={(value) => onChoose(value === FOREVER ? null : Number(value))}
        className="min-w-32 shrink-0"
      />
    </div>
  );
}

const FOREVER = "forever";
const toValue = (days: number | null) => (days === null ? FOREVER : String(days));
