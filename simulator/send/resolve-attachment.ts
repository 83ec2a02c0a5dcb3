import { invalidParameter } from "../graph/graph-error";
import type { UploadedFile } from "../http/parse-multipart";
import { newAttachmentId } from "../new-id";
import type { Channel, Page, SavedAttachment } from "../state/simulator-state";
import type { World } from "../world";
import { type Fields, type MessageContent, toFields } from "./message-limits";

const ID_LIFETIME_MS = 90 * 24 * 3_600_000;
const FETCH_TIMEOUT_MS = 10_000;
const MAX_IMAGE_BYTES = 8 * 1024 * 1024;
const MAX_OTHER_BYTES = 25 * 1024 * 1024;
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/**
 * What the person gets to see, and the id under which it was saved if it was.
 *
 * @throws {GraphError} 100/2018008 not fetchable, /2018047 type mismatch, /2018074 unknown id, /2018109 too big
 */
export async function resolveAttachment(
  world: World,
  page: Page,
  channel: Channel,
  attachment: NonNullable<MessageContent["attachment"]>,
  file: UploadedFile | null,
): Promise<{ shown: unknown; attachmentId: string | null }> {
  const { type, payload } = attachment;
  if (type === "template") {
    return { shown: { type, payload: withSavedMedia(world, page, channel, payload) }, attachmentId: null };
  }
  if (payload.attachment_id !== undefined) {
    const saved = findSaved(world, page, channel, String(payload.attachment_id));
    return { shown: { type: saved.type, payload: { url: saved.url } }, attachmentId: saved.id };
  }
  const url = file === null ? await fetchable(String(payload.url), type) : keepUpload(world, type, file);
  const isReusable = payload.is_reusable === true || payload.is_reusable === "true";
  const attachmentId = isReusable ? saveAttachment(world, page, { type, url, channel }).id : null;
  return { shown: { type, payload: { url } }, attachmentId };
}

function saveAttachment(
  world: World,
  page: Page,
  given: Pick<SavedAttachment, "type" | "url" | "channel">,
): SavedAttachment {
  const saved = { ...given, id: newAttachmentId(), pageId: page.id, createdAtMs: world.clock.nowMs() };
  world.state.attachments.set(saved.id, saved);
  return saved;
}

/** A media template shows what was uploaded under the id it names. */
function withSavedMedia(world: World, page: Page, channel: Channel, payload: Fields): Fields {
  if (payload.template_type !== "media" || !Array.isArray(payload.elements)) return payload;
  const elements = payload.elements.map((given: unknown) => {
    const element = toFields(given) ?? {};
    if (element.attachment_id === undefined) return element;
    return { ...element, image_url: findSaved(world, page, channel, String(element.attachment_id)).url };
  });
  return { ...payload, elements };
}

function findSaved(world: World, page: Page, channel: Channel, id: string): SavedAttachment {
  const saved = world.state.attachments.get(id);
  const isOurs = saved?.pageId === page.id && saved.channel === channel;
  if (saved === undefined || !isOurs || world.clock.nowMs() - saved.createdAtMs >= ID_LIFETIME_MS)
    throw invalidParameter("Invalid attachment ID or expired attachment.", 2018074);
  return saved;
}

function keepUpload(world: World, type: string, file: UploadedFile): string {
  if (type !== "file" && !file.contentType.startsWith(`${type}/`)) {
    throw invalidParameter("Upload attachment failure: the type of the file does not match.", 2018047);
  }
  checkSize(type, file.bytes.length);
  const id = newAttachmentId();
  world.uploads.set(id, file);
  return `${world.origin}/_simulator/uploads/${id}`;
}

/**
 * Fetches an address on this machine as Meta would. Others are taken for fetchable, since nothing here reaches
 * out; a host under `.invalid` is not.
 */
async function fetchable(url: string, type: string): Promise<string> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const refused = () => invalidParameter("Failed to fetch the file from the url.", 2018008);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname.endsWith(".invalid")) throw refused();
  if (!LOCAL_HOSTS.includes(parsed.hostname)) return url;
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) }).catch(() => null);
  if (response === null || !response.ok) throw refused();
  const sizeBytes = (await response.arrayBuffer()).byteLength;
  const contentType = response.headers.get("content-type") ?? "";
  if (type !== "file" && contentType !== "" && !contentType.startsWith(`${type}/`)) {
    throw invalidParameter("Upload attachment failure: the type of the file does not match.", 2018047);
  }
  checkSize(type, sizeBytes);
  return url;
}

function checkSize(type: string, sizeBytes: number): void {
  if (sizeBytes <= (type === "image" ? MAX_IMAGE_BYTES : MAX_OTHER_BYTES)) return;
  throw invalidParameter("Attachment size exceeds allowable limit.", 2018109);
}
