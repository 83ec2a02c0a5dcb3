"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { TemplateButtons } from "./template-buttons";
import { type CardDraft, newCard, type TemplateProblems } from "./template-draft";

const FIELDS = ["title", "subtitle", "imageUrl", "url"] as const;
const MOST: Record<(typeof FIELDS)[number], number> = {
  title: LIMITS.elementTitle,
  subtitle: LIMITS.elementSubtitle,
  imageUrl: LIMITS.urlCharacters,
  url: LIMITS.urlCharacters,
};

type TemplateCardsProps = {
  cards: readonly CardDraft[];
  onChange: (cards: CardDraft[]) => void;
  problems: TemplateProblems;
};

/** Up to ten cards side by side (Meta docs: generic template). */
export function TemplateCards({ cards, onChange, problems }: TemplateCardsProps) {
  const t = useTranslations("compose.template");
  return (
    <div className="flex flex-col gap-4">
      {cards.map((card, index) => {
        const path = `cards.${index}`;
        const change = (changes: Partial<CardDraft>) => onChange([...cards].with(index, { ...card, ...changes }));
        const bare = problems[path];
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
              const problem = problems[`${path}.${field}`];
              const isCounted = field === "title" || field === "subtitle";
              return (
                <Field
                  key={field}
                  label={t(`field.${field}`)}
                  description={isCounted ? `${card[field].length} / ${MOST[field]}` : undefined}
                  error={problem === undefined ? null : t(`problem.${problem}`)}
                >
                  <Input
                    value={card[field]}
                    maxLength={MOST[field]}
                    onChange={(event) => change({ [field]: event.target.value })}
                  />
                </Field>
              );
            })}
            {bare !== undefined && <p className="text-xs text-bad">{t(`problem.${bare}`)}</p>}
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
        <Button className="self-start" onClick={() => onChange([...cards, newCard()])}>
          <Plus aria-hidden="true" />
          {t("addCard")}
        </Button>
      )}
    </div>
  );
}
