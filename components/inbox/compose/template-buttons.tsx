"use client";

import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { findField } from "@/components/ui/find-field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { countOver } from "./count-over";
import { BUTTON_LIMITS, type ButtonDraft, newButton, type TemplateProblems } from "./template-draft";

const TYPES = ["postback", "web_url", "phone_number"] as const;

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
  const list = useRef<HTMLDivElement>(null);
  const problemAt = (field: string, over: number) => {
    const problem = problems[`${path}.${field}`];
    return problem === undefined ? null : t(`problem.${problem}`, { over });
  };

  function add() {
    flushSync(() => onChange([...buttons, newButton()]));
    findField([...(list.current?.querySelectorAll("fieldset") ?? [])].at(-1))?.focus();
  }

  return (
    <div ref={list} className="flex flex-col gap-3">
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
              description={`${button.title.trim().length} / ${LIMITS.buttonTitle}`}
              error={problemAt(`${index}.title`, countOver(button.title, LIMITS.buttonTitle))}
            >
              <Input value={button.title} onChange={(event) => change({ title: event.target.value })} />
            </Field>
            <Field
              label={t(`value.${button.type}`)}
              error={problemAt(`${index}.value`, countOver(button.value, BUTTON_LIMITS[button.type]))}
            >
              <Input value={button.value} onChange={(event) => change({ value: event.target.value })} />
            </Field>
          </fieldset>
        );
      })}
      {buttons.length < LIMITS.buttons && (
        <Button className="self-start" onClick={add}>
          <Plus aria-hidden="true" />
          {t("addButton")}
        </Button>
      )}
    </div>
  );
}
