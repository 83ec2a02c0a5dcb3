import type { Message } from "@/lib/api/schemas/inbox";

/** Pictures of this tab, by the `clientId` of the message they went with. Whoever made the address ends it. */
const previews = new Map<string, string>();
const MOST = 50;

/** Keeps the picture of a message on screen until Meta's echo brings it. */
export function keepPreview(clientId: string, previewUrl: string): void {
  previews.set(clientId, previewUrl);
  const [oldest] = previews.keys();
  if (previews.size > MOST && oldest !== undefined) previews.delete(oldest);
}

/** The attachments of a message, with the picture of this tab where there is nothing to load yet. */
export function withPreview({
  clientId,
  attachments,
}: Pick<Message, "clientId" | "attachments">): Message["attachments"] {
  const preview = clientId === null ? undefined : previews.get(clientId);
  if (preview === undefined) return attachments;
  return attachments.map((attachment) =>
    attachment.src === null && attachment.type === "image" ? { ...attachment, src: preview } : attachment,
  );
}
