"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError, fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { MessageTemplate } from "@/lib/api/schemas/outgoing";
import { checkNewTemplate } from "@/lib/utility-templates/check-new-template";
import { listBlanks } from "@/lib/utility-templates/template-blanks";
import { TemplatePreview } from "./template-preview";
import { useTemplateStatusText } from "./template-status";
import { templatesPath, templatesQuery } from "./templates-query";

/** A new utility template, on its way to Meta's review. */
export function CreateTemplateDialog({ pageId, onClose }: { pageId: string; onClose: () => void }) {
  const t = useTranslations("templates.create");
  const fill = useTranslations("templates.fill");
  const ui = useTranslations("ui");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState("en");
  const [header, setHeader] = useState("");
  const [body, setBody] = useState("");
  const [given, setGiven] = useState<readonly string[]>([]);
  const parameters = listBlanks(body);
  const examples = parameters.map((_, index) => given[index] ?? "");
  const template = { name, language, body, examples, ...(header.trim() === "" ? {} : { header: header.trim() }) };
  const problems = checkNewTemplate(template);
  // Which blanks there are is not clear while they are numbered with a gap.
  const numbers = problems.some(({ path }) => path === "body") ? [] : parameters.map((_, index) => index + 1);
  // What is wrong is said of a field that was left, and of all once they were to be sent.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setIsTried] = useState(false);
  const leave = (path: string) => setLeft(new Set([...left, path]));
  const create = useCreateTemplate(pageId, onClose);
  const submit = () => {
    setIsTried(true);
    if (problems.length === 0) create.mutate(template);
  };
  const errorOf = (path: string) => {
    const refused = create.error instanceof ApiError ? create.error.errors : [];
    const told = isTried || left.has(path) ? problems : [];
    return [...told, ...refused].find((its) => its.path === path)?.message;
  };
  const errorText = useErrorText();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      size="lg"
      footer={
        <>
          {isTried && problems.length > 0 && (
            <p role="alert" className="min-w-0 flex-1 basis-60 text-bad">
              {t("incomplete")}
            </p>
          )}
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button variant="primary" pending={create.isPending} onClick={submit}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-0.5">
        {create.error && (
          <Callout tone="bad" role="alert" title={t("failed")}>
            {errorText(create.error).detail}
          </Callout>
        )}
        <Field label={t("name")} description={t("nameHint")} error={errorOf("name")}>
          <Input
            value={name}
            maxLength={512}
            onChange={(event) => setName(event.currentTarget.value)}
            onBlur={(event) => event.currentTarget.value !== "" && leave("name")}
          />
        </Field>
        <Field label={t("language")} description={t("languageHint")} error={errorOf("language")}>
          <Input
            value={language}
            maxLength={10}
            onChange={(event) => setLanguage(event.currentTarget.value)}
            onBlur={() => leave("language")}
          />
        </Field>
        <Field label={t("header")} error={errorOf("header")}>
          <Input
            value={header}
            maxLength={60}
            onChange={(event) => setHeader(event.currentTarget.value)}
            onBlur={() => leave("header")}
          />
        </Field>
        <Field label={t("text")} description={t("bodyHint")} error={errorOf("body")}>
          <Input
            render={<Textarea className="max-h-60" />}
            value={body}
            maxLength={1024}
            onChange={(event) => setBody(event.currentTarget.value)}
            onBlur={(event) => event.currentTarget.value !== "" && leave("body")}
          />
        </Field>
        {numbers.map((number) => (
          <Example
            key={number}
            number={number}
            text={examples[number - 1] ?? ""}
            error={errorOf(`examples.${number - 1}`)}
            onChange={(text) => setGiven(examples.map((its, at) => (at === number - 1 ? text : its)))}
          />
        ))}
        <TemplatePreview
          label={fill("preview")}
          template={{ header: header.trim() === "" ? null : header, body, parameters, buttons: [] }}
          texts={examples}
        />
      </div>
    </Dialog>
  );
}

type ExampleProps = {
  number: number;
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
};

function Example({ number, text, error = "", onChange }: ExampleProps) {
  const t = useTranslations("templates.create");
  return (
    <Field label={t("example", { number })} error={error}>
      <Input value={text} maxLength={200} onChange={(event) => onChange(event.currentTarget.value)} />
    </Field>
  );
}

type NewTemplate = { name: string; language: string; header?: string; body: string; examples: string[] };

function useCreateTemplate(pageId: string, onDone: () => void) {
  const t = useTranslations("templates.create");
  const statusText = useTemplateStatusText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (json: NewTemplate) =>
      fetchJson<{ template: MessageTemplate }>(templatesPath(pageId), { method: "POST", json }),
    onSuccess: async ({ template: { name, status } }) => {
      await queryClient.invalidateQueries({ queryKey: templatesQuery(pageId).queryKey });
      toast.good(t("done", { name, status: statusText(status) }));
      onDone();
    },
  });
}
