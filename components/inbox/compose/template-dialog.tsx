"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { draftStore } from "../draft-store";
import { countOver } from "./count-over";
import { PhonePreview } from "./phone-preview";
import type { SendContent } from "./send-content";
import { TemplateButtons } from "./template-buttons";
import { TemplateCards } from "./template-cards";
import {
  findTemplateProblems,
  newTemplate,
  type TemplateDraft,
  toKeys,
  toShownProblems,
  toTemplate,
} from "./template-draft";
import { useDraft } from "./use-draft";

type TemplateDialogProps = {
  kind: TemplateDraft["kind"];
  conversation: Conversation;
  onClose: () => void;
  onSend: (content: SendContent) => void;
};

/** Writes a text with buttons, or cards, with the preview beside it. What is written stays until it was sent. */
export default function TemplateDialog({ kind, conversation, onClose, onSend }: TemplateDialogProps) {
  const t = useTranslations("compose.template");
  const { templates } = useDraft(conversation.id);
  const [fresh] = useState(() => newTemplate(kind));
  const [triedKeys, setTriedKeys] = useState<readonly string[] | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const template = templates[kind] ?? fresh;
  const found = findTemplateProblems(template);
  const problems = toShownProblems(found, template, triedKeys);

  function keep(changed: TemplateDraft) {
    draftStore.change(conversation.id, { templates: { ...templates, [changed.kind]: changed } });
  }

  function send() {
    if (Object.keys(found).length > 0) {
      flushSync(() => setTriedKeys(toKeys(template)));
      content.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    onSend({ template: toTemplate(template) });
    const { [kind]: _sent, ...others } = templates;
    draftStore.change(conversation.id, { templates: others });
    onClose();
  }

  return (
    <Dialog
      open
      size="lg"
      onOpenChange={onClose}
      title={t(`title.${kind}`)}
      footer={
        <>
          {triedKeys !== null && Object.keys(problems).length > 0 && (
            <p role="alert" className="mr-auto text-bad">
              {t("incomplete")}
            </p>
          )}
          <Button onClick={onClose}>{t("close")}</Button>
          <Button variant="primary" onClick={send}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div ref={content} className="flex min-h-0 flex-1 gap-5 overflow-y-auto pt-1 max-md:flex-col">
        <div className="min-w-0 flex-1">
          {template.kind === "button" ? (
            <div className="flex flex-col gap-3">
              <Field
                label={t("text")}
                description={`${template.text.trim().length} / ${LIMITS.buttonTemplateText}`}
                error={
                  problems.text === undefined
                    ? null
                    : t(`problem.${problems.text}`, { over: countOver(template.text, LIMITS.buttonTemplateText) })
                }
              >
                <Input
                  render={<Textarea className="max-h-60" />}
                  value={template.text}
                  className="h-auto max-md:h-auto"
                  onChange={(event) => keep({ ...template, text: event.target.value })}
                />
              </Field>
              <TemplateButtons
                buttons={template.buttons}
                onChange={(buttons) => keep({ ...template, buttons })}
                path="buttons"
                problems={problems}
                least={1}
              />
            </div>
          ) : (
            <TemplateCards
              cards={template.cards}
              onChange={(cards) => keep({ ...template, cards })}
              problems={problems}
            />
          )}
        </div>
        <div className="md:sticky md:top-0 md:w-72 md:shrink-0 md:self-start">
          <PhonePreview template={toTemplate(template)} />
        </div>
      </div>
    </Dialog>
  );
}
