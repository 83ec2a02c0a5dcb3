"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuGroup } from "@/components/ui/menu";
import { PresetItems } from "./preset-items";

/** A preset for the Pages that are selected. */
export function PresetMenu({ count, onChoose }: { count: number; onChoose: (fields: readonly string[]) => void }) {
  const t = useTranslations("fields.matrix");
  return (
    <Menu
      align="start"
      trigger={
        <Button disabled={count === 0}>
          {t("presetFor", { count })}
          <ChevronDown aria-hidden="true" className="text-faint" />
        </Button>
      }
    >
      <MenuGroup label={t("presets")}>
        <PresetItems onChoose={onChoose} />
      </MenuGroup>
    </Menu>
  );
}
