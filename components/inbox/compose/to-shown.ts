import type { Attachment, Message } from "@/lib/api/schemas/inbox";
import type { OutgoingTemplate } from "@/lib/messenger/outgoing-content";
import type { SendContent } from "./send-content";

/** How a message looks in the thread before the server has made a record of it. */
export type Shown = Pick<Message, "text" | "attachments" | "quickReplies" | "quoted">;

/** @param known what the content itself does not say: the text of a utility template, the name of a file, what is quoted */
export function toShown(content: SendContent, known: Partial<Shown> = {}): Shown {
  return {
    text: content.text ?? content.utility?.name ?? null,
    attachments: toAttachments(content),
    quickReplies: (content.quickReplies ?? []).flatMap((reply) => (reply.type === "text" ? reply.title : [])),
    quoted: null,
    ...known,
  };
}

function toAttachments({ attachment, template }: SendContent): Attachment[] {
  if (template) return [toTemplateAttachment(template)];
  if (!attachment) return [];
  const type = attachment.type ?? "file";
  return [{ type, url: "url" in attachment ? attachment.url : null, src: null, title: null }];
}

/** As the echo of it will bring it. */
function toTemplateAttachment(template: OutgoingTemplate): Attachment {
  const attachment = { type: "template", template: template.type, url: null, src: null };
  switch (template.type) {
    case "button":
      return { ...attachment, title: template.text, buttons: template.buttons.map(({ title }) => title) };
    case "generic":
      return {
        ...attachment,
        title: null,
        elements: template.elements.map(({ title, subtitle }) => ({ title, subtitle: subtitle ?? null })),
      };
    case "one_time_notif_req":
      return { ...attachment, title: template.title };
  }
}
