"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { SendingSettings } from "@/lib/api/schemas/outgoing";

/** What people are told besides the messages, for the whole desk. Saved at once; what cannot be saved goes back. */
export function SendingSetting({ initial }: { initial: SendingSettings }) {
  const t = useTranslations("settings.sending");
  const errorText = useErrorText();
  const [settings, setSettings] = useState(initial);
  const save = useMutation({
    mutationFn: (next: SendingSettings) =>
      fetchJson<SendingSettings>("/api/settings/sending", { method: "PUT", json: next, keepalive: true }),
    onSuccess: setSettings,
    onError: (error) => toast.bad(t("failed"), { detail: errorText(error).detail }),
  });
  const shown = save.isPending ? save.variables : settings;
  return (
    <div className="flex flex-col gap-4">
      {(["markSeen", "showTyping"] as const).map((name) => (
        <SettingSwitch
          key={name}
          label={t(`${name}.label`)}
          hint={t(`${name}.hint`)}
          isOn={shown[name]}
          isBusy={save.isPending}
          onChange={(isOn) => save.mutate({ ...settings, [name]: isOn })}
        />
      ))}
    </div>
  );
}

type SettingSwitchProps = {
  label: string;
  hint: string;
  isOn: boolean;
  isBusy: boolean;
  onChange: (isOn: boolean) => void;
};

function SettingSwitch({ label, hint, isOn, isBusy, onChange }: SettingSwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <p id={`${id}-label`} className="font-medium">
          {label}
        </p>
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      </div>
      <Switch
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        checked={isOn}
        readOnly={isBusy}
        onCheckedChange={onChange}
      />
    </div>
  );
}
