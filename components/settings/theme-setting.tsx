"use client";

import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { RadioList } from "@/components/ui/radio-list";
import { useIsMounted } from "@/components/ui/use-is-mounted";

type Theme = "system" | "light" | "dark";

export function ThemeSetting() {
  const t = useTranslations("settings.appearance");
  const { theme, setTheme } = useTheme();
  // Only the browser knows the choice.
  const isMounted = useIsMounted();
  return (
    <RadioList<Theme>
      label={t("label")}
      value={isMounted ? (theme as Theme | undefined) : undefined}
      onValueChange={setTheme}
      options={[
        { value: "system", label: t("system") },
        { value: "light", label: t("light") },
        { value: "dark", label: t("dark") },
      ]}
    />
  );
}
