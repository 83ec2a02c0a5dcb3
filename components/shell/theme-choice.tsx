"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { MenuChoice } from "@/components/ui/menu";

type Theme = "system" | "light" | "dark";

/** Light, dark or as the device has it; for use inside a `Menu`. */
export function ThemeChoice() {
  const t = useTranslations("shell");
  const { theme, setTheme } = useTheme();
  return (
    <MenuChoice<Theme>
      label={t("theme")}
      value={theme as Theme | undefined}
      onValueChange={setTheme}
      options={[
        { value: "system", label: t("themeSystem"), icon: <Monitor /> },
        { value: "light", label: t("themeLight"), icon: <Sun /> },
        { value: "dark", label: t("themeDark"), icon: <Moon /> },
      ]}
    />
  );
}
