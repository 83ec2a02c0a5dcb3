"use client";

import { Undo2 } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuItem } from "@/components/ui/menu";

/** Those Messenger and Instagram offer people first. */
const EMOJI = ["❤️", "😆", "😮", "😢", "😠", "👍"];

type ReactMenuProps = { own: string | null; onChoose: (emoji: string | null) => void; trigger: ReactElement };

/** Open from the start, because it is loaded by being asked for. */
export default function ReactMenu({ own, onChoose, trigger }: ReactMenuProps) {
  const t = useTranslations("reactions");
  return (
    <Menu defaultOpen side="top" align="start" orientation="horizontal" trigger={trigger}>
      <div className="flex">
        {EMOJI.map((emoji) => (
          <MenuItem
            key={emoji}
            aria-label={t("with", { emoji })}
            onClick={() => onChoose(emoji)}
            className="size-9 justify-center px-0 text-xl max-md:size-11"
          >
            {emoji}
          </MenuItem>
        ))}
        {own !== null && (
          <MenuItem
            aria-label={t("remove", { emoji: own })}
            title={t("remove", { emoji: own })}
            onClick={() => onChoose(null)}
            className="size-9 justify-center px-0 max-md:size-11"
          >
            <Undo2 aria-hidden="true" />
          </MenuItem>
        )}
      </div>
    </Menu>
  );
}
