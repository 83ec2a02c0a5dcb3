"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { type ButtonDraft, newButton, type TemplateProblems } from "./template-draft";

const TYPES = ["postback", "web_url", "phone_number"] as const;
const MOST: Record<ButtonDraft["type"], number> = {
  postback: LIMITS.payload,
  web_url: LIMITS.urlCharacters,
  phone_number: 25,
};

type TemplateButtonsProps = {
  buttons: readonly ButtonDraft[];
  onChange: (buttons: ButtonDraft[]) => void;
  /** Where they are, in `problems`. */
  path: string;
  problems: TemplateProblems;
  /** How many there have to be. */
  least: number;
};

/** Up to three buttons of a template (Meta docs: buttons). */
export function TemplateButtons({ buttons, onChange, path, problems, least }: TemplateButtonsProps) {
  const t = useTranslations("compose.template");
  const problemAt = (field: string) => {
    const problem = problems[`${path}.${field}`];
    return problem === undefined ? null : t(`problem.${problem}`);
  };
  return (
    <div className="flex flex-col gap-3">
      {buttons.map((button, index) => {
        const change = (changes: Partial<ButtonDraft>) => onChange([...buttons].with(index, { ...button, ...changes }));
        return (
          <fieldset key={button.key} className="flex flex-col gap-2 rounded-md border px-3 py-2">
            <legend className="px-1 text-xs text-soft">{t("button", { number: index + 1 })}</legend>
            <div className="flex items-center gap-2">
              <Select
                label={t("buttonType")}
                value={button.type}
                onValueChange={(type) => change({ type })}
                items={TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
                className="flex-1"
              />
              {buttons.length > least && (
                <IconButton label={t("removeButton")} onClick={() => onChange([...buttons].toSpliced(index, 1))}>
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </div>
            <Field
              label={t("buttonTitle")}
              description={`${button.title.length} / ${LIMITS.buttonTitle}`}
              error={problemAt(`${index}.title`)}
            >
              <Input
                value={button.title}
                maxLength={LIMITS.buttonTitle}
                onChange={(event) => change({ title: event.target.value })}
              />
            </Field>
            <Field label={t(`value.${button.type}`)} error={problemAt(`${index}.value`)}>
              <Input
                value={button.value}
                maxLength={MOST[button.type]}
                onChange={(event) => change({ value: event.target.value })}
              />
            </Field>
          </fieldset>
        );
      })}
      {buttons.length < LIMITS.buttons && (
        <Button className="self-start" onClick={() => onChange([...buttons, newButton()])}>
          <Plus aria-hidden="true" />
          {t("addButton")}
        </Button>
      )}
    </div>
  );
}
