"use client";

import { useMutationState } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ReadOnlyNote } from "@/components/fields/read-only-note";
import { useOffForApp } from "@/components/fields/use-app-fields";
import { useMayDo } from "@/components/shell/role-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Page } from "@/lib/api/schemas/pages";
import { FIELDS, findField } from "@/lib/messenger/field-catalogue";
import { FieldRow } from "./field-row";
import { SideEffectDialog } from "./side-effect-dialog";
import { TakeOffDialog } from "./take-off-dialog";
import { useToggleField } from "./use-toggle-field";

/** Every field Meta may send for this Page: what it brings, whether it is wanted, and whether Meta sends it. */
export function FieldList({ page }: { page: Page }) {
  const t = useTranslations("pages.fields");
  const own = useTranslations("fields.page");
  const mayChange = useMayDo("fields:manage");
  const reasonId = useId();
  const toggle = useToggleField(page);
  const [isTakingOff, setTakingOff] = useState(false);
  const [inQuestion, setInQuestion] = useState<string | null>(null);
  const saving = useMutationState({
    filters: { mutationKey: ["toggle-field", page.id], status: "pending" },
    select: (mutation) => (mutation.state.variables as { field: string }).field,
  });
  const onPage = [...new Set([...page.desiredFields, ...page.actualFields])];
  const offForApp = useOffForApp(page.desiredFields);
  const others = onPage.filter((name) => findField(name) === null);
  const common = FIELDS.filter(({ name, isDefault }) => isDefault || page.desiredFields.includes(name));
  const rare = FIELDS.filter((field) => !common.includes(field));

  function ask(field: string, isOn: boolean) {
    const isLast = !isOn && page.desiredFields.length === 1;
    if (isLast) setTakingOff(true);
    else if (isOn && findField(field)?.sideEffect) setInQuestion(field);
    else toggle.mutate({ field, isOn });
  }
  const rows = (fields: readonly string[]) => (
    <ul className="divide-y">
      {fields.map((field) => (
        <FieldRow
          key={field}
          field={field}
          page={page}
          isSaving={saving.includes(field)}
          isOffForApp={offForApp.has(field)}
          readOnlyReasonId={mayChange ? null : reasonId}
          onToggle={(isOn) => ask(field, isOn)}
        />
      ))}
    </ul>
  );
  return (
    <>
      {!mayChange && <ReadOnlyNote id={reasonId} />}
      {page.desiredFields.length === 0 && <Callout tone="warn">{own("noneWanted")}</Callout>}
      {rows(common.map(({ name }) => name))}
      {others.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-medium">{t("otherTitle")}</h3>
          {rows(others)}
        </>
      )}
      <details className="mt-2 border-t pt-2">
        <summary className="rounded-sm py-2 font-medium text-soft hover:text-ink">
          {t("more", { count: rare.length })}
        </summary>
        {rows(rare.map(({ name }) => name))}
      </details>
      {mayChange && page.desiredFields.length > 0 && (
        <div className="mt-2 border-t pt-3">
          <Button onClick={() => setTakingOff(true)}>{own("takeOff")}</Button>
        </div>
      )}
      <TakeOffDialog page={page} open={isTakingOff} onOpenChange={setTakingOff} />
      <SideEffectDialog
        field={inQuestion}
        onClose={() => setInQuestion(null)}
        onConfirm={(field) => toggle.mutate({ field, isOn: true })}
      />
    </>
  );
}
