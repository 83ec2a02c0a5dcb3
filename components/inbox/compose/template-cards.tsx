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
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { countOver } from "./count-over";
import { TemplateButtons } from "./template-buttons";
import { CARD_LIMITS, type CardDraft, newCard, type TemplateProblems } from "./template-draft";

const FIELDS = ["title", "subtitle", "imageUrl", "url"] as const;

type TemplateCardsProps = {
  cards: readonly CardDraft[];
  onChange: (cards: CardDraft[]) => void;
  problems: TemplateProblems;
};

/** Up to ten cards side by side (Meta docs: generic template). */
export function TemplateCards({ cards, onChange, problems }: TemplateCardsProps) {
  const t = useTranslations("compose.template");
  const list = useRef<HTMLDivElement>(null);

  function add() {
    flushSync(() => onChange([...cards, newCard()]));
    findField([...(list.current?.querySelectorAll(":scope > section") ?? [])].at(-1))?.focus();
  }

  return (
    <div ref={list} className="flex flex-col gap-4">
      {cards.map((card, index) => {
        const path = `cards.${index}`;
        const change = (changes: Partial<CardDraft>) => onChange([...cards].with(index, { ...card, ...changes }));
        return (
          <section
            key={card.key}
            aria-label={t("card", { number: index + 1 })}
            className="flex flex-col gap-2 rounded-md border p-3"
          >
            <header className="flex items-center justify-between">
              <h3 className="font-medium">{t("card", { number: index + 1 })}</h3>
              {cards.length > 1 && (
                <IconButton label={t("removeCard")} onClick={() => onChange([...cards].toSpliced(index, 1))}>
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </header>
            {FIELDS.map((field) => {
              // A card with nothing but a title is most easily mended there.
              const problem = problems[`${path}.${field}`] ?? (field === "subtitle" ? problems[path] : undefined);
              const over = countOver(card[field], CARD_LIMITS[field]);
              const isCounted = field === "title" || field === "subtitle";
              return (
                <Field
                  key={field}
                  label={t(`field.${field}`)}
                  description={isCounted ? `${card[field].trim().length} / ${CARD_LIMITS[field]}` : undefined}
                  error={problem === undefined ? null : t(`problem.${problem}`, { over })}
                >
                  <Input value={card[field]} onChange={(event) => change({ [field]: event.target.value })} />
                </Field>
              );
            })}
            <TemplateButtons
              buttons={card.buttons}
              onChange={(buttons) => change({ buttons })}
              path={`${path}.buttons`}
              problems={problems}
              least={0}
            />
          </section>
        );
      })}
      {cards.length < LIMITS.elements && (
        <Button className="self-start" onClick={add}>
          <Plus aria-hidden="true" />
          {t("addCard")}
        </Button>
      )}
    </div>
  );
}
