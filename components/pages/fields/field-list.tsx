"use client";

import { useMutationState } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { Page } from "@/lib/api/schemas/pages";
import { FIELDS, type WebhookField } from "@/lib/messenger/field-catalogue";
import { FieldRow } from "./field-row";
import { useToggleField } from "./use-toggle-field";

/** Every field Meta may send for this Page: what it brings, whether it is wanted, and whether Meta sends it. */
export function FieldList({ page }: { page: Page }) {
  const t = useTranslations("pages.fields");
  const toggle = useToggleField(page);
  const saving = useMutationState({
    filters: { mutationKey: ["toggle-field", page.id], status: "pending" },
    select: (mutation) => (mutation.state.variables as { field: string }).field,
  });
  const known = new Set(FIELDS.map((field) => field.name));
  const others = [...new Set([...page.desiredFields, ...page.actualFields])].filter((name) => !known.has(name));
  const common = FIELDS.filter((field) => field.isDefault || page.desiredFields.includes(field.name));
  const rare = FIELDS.filter((field) => !common.includes(field));

  const rows = (fields: readonly Pick<WebhookField, "name" | "brings" | "note">[]) => (
    <ul className="divide-y">
      {fields.map((field) => (
        <FieldRow
          key={field.name}
          field={field}
          page={page}
          isSaving={saving.includes(field.name)}
          onToggle={(isOn) => toggle.mutate({ field: field.name, isOn })}
        />
      ))}
    </ul>
  );
  return (
    <>
      {rows(common)}
      {others.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-medium">{t("otherTitle")}</h3>
          {rows(others.map((name) => ({ name, brings: "" })))}
        </>
      )}
      <details className="mt-2 border-t pt-2">
        <summary className="rounded-sm py-2 font-medium text-soft hover:text-ink">
          {t("more", { count: rare.length })}
        </summary>
        {rows(rare)}
      </details>
    </>
  );
}
