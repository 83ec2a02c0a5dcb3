"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { AvailablePage } from "@/lib/api/schemas/pages";

type PickerRowProps = {
  page: AvailablePage;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
};

/** One Page to pick. One that cannot be picked says why. */
export function PickerRow({ page, checked, onCheckedChange }: PickerRowProps) {
  const t = useTranslations("pages.picker");
  const nameId = useId();
  const noteId = useId();
  const checkboxId = useId();
  const takeOver = page.linkedByName === null ? null : t("takeOver", { name: page.linkedByName });
  const instagram = page.instagramUsername === null ? null : t("instagram", { username: page.instagramUsername });
  const note = page.reason ?? takeOver ?? [page.category, instagram].filter((part) => part !== null).join(" · ");
  return (
    <li className="[contain-intrinsic-size:auto_3.25rem] [content-visibility:auto]">
      <label
        htmlFor={checkboxId}
        className={cn("flex min-h-13 items-center gap-3 py-2", !page.selectable && "cursor-default")}
      >
        <Checkbox
          id={checkboxId}
          aria-labelledby={nameId}
          aria-describedby={note ? noteId : undefined}
          checked={checked}
          disabled={!page.selectable}
          onCheckedChange={onCheckedChange}
        />
        <Avatar name={page.name} src={page.pictureUrl} size="sm" shape="square" hueFrom={page.id} />
        <span className="min-w-0 flex-1">
          <span id={nameId} className={cn("block truncate font-medium", !page.selectable && "text-soft")}>
            {page.name}
          </span>
          {note && (
            <span id={noteId} className="block text-xs text-soft">
              {note}
            </span>
          )}
        </span>
        {page.linked && <Badge tone={page.selectable ? "good" : "neutral"}>{t("linked")}</Badge>}
      </label>
    </li>
  );
}
