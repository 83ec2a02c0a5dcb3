"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson, withParams } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { MessageTemplate } from "@/lib/api/schemas/outgoing";
import { TemplatePreview } from "./template-preview";
import { TemplateStatus } from "./template-status";
import { templatesPath, templatesQuery } from "./templates-query";

type TemplateItemProps = { pageId: string; template: MessageTemplate; mayManage: boolean };

export function TemplateItem({ pageId, template, mayManage }: TemplateItemProps) {
  const t = useTranslations("templates");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => fetchJson<void>(withParams(templatesPath(pageId), { name: template.name }), { method: "DELETE" }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: templatesQuery(pageId).queryKey }),
    onError: (error) => toast.bad(t("deleteFailed"), { detail: errorText(error).detail }),
    onSettled: () => setIsAsking(false),
  });
  return (
    <li className="flex flex-col gap-2 rounded-lg border bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 font-medium break-words">
          {template.name} <span className="font-normal text-soft">({template.language})</span>
        </h2>
        <TemplateStatus status={template.status} />
        {mayManage && (
          <Button
            size="sm"
            variant="ghost"
            className="ml-auto"
            aria-label={t("deleteOf", { name: template.name })}
            onClick={() => setIsAsking(true)}
          >
            {t("delete")}
          </Button>
        )}
      </div>
      {template.rejectedReason !== null && (
        <p className="text-bad">{t("reason", { reason: template.rejectedReason })}</p>
      )}
      {template.obstacle !== null && <p className="text-soft">{template.obstacle}</p>}
      <TemplatePreview label={template.name} template={template} texts={[]} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("deleteTitle", { name: template.name })}
        description={t("deleteBody")}
        confirmLabel={t("delete")}
        pending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </li>
  );
}
