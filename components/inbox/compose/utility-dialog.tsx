"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { TemplatePreview } from "@/components/templates/template-preview";
import { templatesQuery } from "@/components/templates/templates-query";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LoadError } from "@/components/ui/load-error";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { textLinkStyle } from "@/components/ui/text-link";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { MessageTemplate } from "@/lib/api/schemas/outgoing";
import { renderTemplate } from "@/lib/utility-templates/render-template";
import type { SendContent } from "./send-content";

type UtilityDialogProps = {
  conversation: Conversation;
  isOpen: boolean;
  onClose: () => void;
  onSend: (content: SendContent, preview?: string) => void;
};

/** Picks an approved utility template of the Page, fills it in, and shows how it will read. */
export function UtilityDialog({ conversation, isOpen, onClose, onSend }: UtilityDialogProps) {
  const t = useTranslations("templates.fill");
  const tUi = useTranslations("ui");
  const { data: templates, error, isPending, refetch } = useQuery(templatesQuery(conversation.pageId));
  const sendable = (templates ?? []).filter(({ status, obstacle }) => status === "APPROVED" && obstacle === null);
  const [id, setId] = useState<string | null>(null);
  const [texts, setTexts] = useState<readonly string[]>([]);
  const template = sendable.find((its) => its.id === id) ?? sendable[0];
  const filled = (template?.parameters ?? []).map((_, index) => texts[index] ?? "");
  const isFilled = filled.every((text) => text.trim() !== "");
  const send = () => {
    if (!template || !isFilled) return;
    const parameters = template.parameters.map(({ name }, index) => ({
      ...(name === null ? {} : { name }),
      text: filled[index] ?? "",
    }));
    const { name, language } = template;
    onSend({ utility: { name, language, parameters } }, renderTemplate(template, parameters));
    onClose();
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("description")}
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>{tUi("cancel")}</Button>
          <Button variant="primary" disabled={!template || !isFilled} onClick={send}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-0.5">
        {isPending && <Skeleton rows={3} />}
        {!templates && error && <LoadError error={error} onRetry={refetch} />}
        {templates && !template && <NoTemplate pageId={conversation.pageId} count={templates.length} />}
        {template && (
          <>
            <Select
              label={t("which")}
              items={sendable.map((its) => ({ value: its.id, label: `${its.name} (${its.language})` }))}
              value={template.id}
              onValueChange={(next) => {
                setId(next);
                setTexts([]);
              }}
              className="self-start"
            />
            <Blanks
              template={template}
              texts={filled}
              onChange={(index, text) => setTexts(filled.map((its, at) => (at === index ? text : its)))}
            />
            <TemplatePreview label={t("preview")} template={template} texts={filled} />
          </>
        )}
      </div>
    </Dialog>
  );
}

type BlanksProps = {
  template: MessageTemplate;
  texts: readonly string[];
  onChange: (index: number, text: string) => void;
};

function Blanks({ template, texts, onChange }: BlanksProps) {
  const t = useTranslations("templates.fill");
  return template.parameters.map(({ name }, index) => (
    <Field key={`${template.id}-${name ?? index}`} label={name ?? t("blank", { number: index + 1 })}>
      <Input
        value={texts[index] ?? ""}
        maxLength={1000}
        autoComplete="off"
        onChange={(event) => onChange(index, event.currentTarget.value)}
      />
    </Field>
  ));
}

function NoTemplate({ pageId, count }: { pageId: string; count: number }) {
  const t = useTranslations("templates.fill");
  return (
    <div className="text-soft">
      <p className="font-medium text-ink">{t("none")}</p>
      <p>{t("noneBody", { count })}</p>
      <Link href={`/pages/${encodeURIComponent(pageId)}/templates`} className={textLinkStyle}>
        {t("manage")}
      </Link>
    </div>
  );
}
