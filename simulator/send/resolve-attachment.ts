import { invalidParameter } from "../graph/graph-error";
import type { UploadedFile } from "../http/parse-multipart";
import { newAttachmentId } from "../new-id";
import type { Page, SavedAttachment } from "../state/simulator-state";
import type { World } from "../world";
import type { MessageContent } from "./message-limits";

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
  attachment: NonNullable<MessageContent["attachment"]>,
  file: UploadedFile | null,
): Promise<{ shown: unknown; attachmentId: string | null }> {
  const { type, payload } = attachment;
  if (type === "template") return { shown: { type, payload }, attachmentId: null };
  if (payload.attachment_id !== undefined) {
    const saved = findSaved(world, page, String(payload.attachment_id));
    return { shown: { type: saved.type, payload: { url: saved.url } }, attachmentId: saved.id };
  }
  const url = file === null ? await fetchable(String(payload.url), type) : keepUpload(world, type, file);
  const isReusable = payload.is_reusable === true || payload.is_reusable === "true";
  const attachmentId = isReusable ? saveAttachment(world, page, type, url).id : null;
  return { shown: { type, payload: { url } }, attachmentId };
}

export function saveAttachment(world: World, page: Page, type: string, url: string): SavedAttachment {
  const saved = { id: newAttachmentId(), pageId: page.id, type, url, createdAtMs: world.clock.nowMs() };
  world.state.attachments.set(saved.id, saved);
  return saved;
}

function findSaved(world: World, page: Page, id: string): SavedAttachment {
  const saved = world.state.attachments.get(id);
  const isUsable = saved?.pageId === page.id && world.clock.nowMs() - saved.createdAtMs < ID_LIFETIME_MS;
  if (saved === undefined || !isUsable) throw invalidParameter("Invalid attachment ID or expired attachment.", 2018074);
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
