"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

type PasswordFieldProps = {
  label: string;
  name: string;
  autoComplete: "current-password" | "new-password";
  description?: ReactNode;
  error?: string | null;
  value: string;
  onValueChange: (value: string) => void;
};

/** A password, which can be looked at. Managers may fill it, and nothing keeps one from pasting. */
export function PasswordField({ label, description, error, value, onValueChange, ...input }: PasswordFieldProps) {
  const t = useTranslations("auth.password");
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} description={description} error={error}>
      <div className="relative">
        <Input
          type={isShown ? "text" : "password"}
          value={value}
          onValueChange={onValueChange}
          minLength={input.autoComplete === "new-password" ? 12 : undefined}
          maxLength={200}
          autoCapitalize="none"
          spellCheck={false}
          required
          className="pr-9 max-md:pr-12"
          {...input}
        />
        <IconButton
          label={t(isShown ? "hide" : "show")}
          className="absolute top-0 right-0"
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff /> : <Eye />}
        </IconButton>
      </div>
    </Field>
  );
}
