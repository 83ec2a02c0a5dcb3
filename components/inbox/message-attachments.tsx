"use client";

import { cn } from "@/components/ui/cn";
import type { Attachment } from "@/lib/api/schemas/inbox";
import { AppointmentCard } from "./appointment-card";
import { AttachedImage } from "./attached-image";
import { AttachedPlayer } from "./attached-player";
import { AttachedStory } from "./attached-story";
import { AttachmentCard } from "./attachment-card";
import { LocationCard } from "./location-card";
import { TemplateCard } from "./template-card";

/** What came with a message. Heights are known before anything has loaded, so nothing moves when it has. */
export function MessageAttachments({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  const imageCount = attachments.filter(({ type, src }) => type === "image" && src !== null).length;
  return (
    <div className={cn("flex max-w-full flex-wrap gap-1", imageCount > 1 && "w-81")}>
      {attachments.map((attachment, index) => (
        // The list of one message never changes its order.
        <AttachmentView
          key={attachment.src ?? attachment.url ?? `${attachment.type} ${index}`}
          attachment={attachment}
          isSmall={imageCount > 1}
        />
      ))}
    </div>
  );
}

function AttachmentView({ attachment, isSmall }: { attachment: Attachment; isSmall: boolean }) {
  const { type, src, appointment, coordinates } = attachment;
  if (src !== null) {
    switch (type) {
      case "image":
        return <AttachedImage src={src} size={isSmall ? "small" : "normal"} />;
      case "sticker":
        return <AttachedImage src={src} size="sticker" />;
      case "audio":
      case "video":
        return <AttachedPlayer type={type} src={src} />;
      case "story_mention":
      case "story":
      case "ig_story":
        return <AttachedStory type={type} src={src} />;
    }
  }
  if (appointment) return <AppointmentCard appointment={appointment} />;
  if (coordinates) return <LocationCard attachment={attachment} coordinates={coordinates} />;
  if (type === "template") return <TemplateCard attachment={attachment} />;
  return <AttachmentCard attachment={attachment} />;
}
