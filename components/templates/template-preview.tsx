import { uniqueKeys } from "@/components/inbox/unique-keys";
import type { MessageTemplate } from "@/lib/api/schemas/outgoing";
import { renderBody } from "@/lib/utility-templates/render-template";

type TemplatePreviewProps = {
  label: string;
  template: Pick<MessageTemplate, "header" | "body" | "parameters" | "buttons">;
  /** What the blanks are filled with; an empty text shows the blank. */
  texts: readonly string[];
};

/** A template as the person reads it on their phone. */
export function TemplatePreview({ label, template, texts }: TemplatePreviewProps) {
  const filled = texts.map((text) => ({ text }));
  const keys = uniqueKeys(template.buttons);
  return (
    <figure aria-label={label} className="rounded-lg border bg-canvas p-4">
      <div className="max-w-72 overflow-hidden rounded-xl bg-hover">
        <div className="px-3 py-2 break-words whitespace-pre-wrap">
          {template.header !== null && <p className="font-semibold">{template.header}</p>}
          <p>{renderBody(template, filled)}</p>
        </div>
        {template.buttons.map((button, index) => (
          <p key={keys[index]} className="border-t px-3 py-2 text-center font-medium text-accent">
            {button}
          </p>
        ))}
      </div>
    </figure>
  );
}
