import type { AttachmentItem } from "./use-attachments";

/** What keeps files, and all that goes with them, from being sent; each has its sentence under `attachments.heldBack`. */
export type HeldBack = { reason: "refused" | "failed" | "uploading"; count: number; filename: string };

/** The gravest reason first: what was refused has to go, what failed can be tried again, the rest is a matter of time. */
export function toHeldBack(items: readonly Pick<AttachmentItem, "filename" | "state" | "canRetry">[]): HeldBack | null {
  const failed = items.filter(({ state }) => state === "failed");
  const groups = [
    { reason: "refused", files: failed.filter(({ canRetry }) => !canRetry) },
    { reason: "failed", files: failed.filter(({ canRetry }) => canRetry) },
    { reason: "uploading", files: items.filter(({ state }) => state === "uploading") },
  ] as const;
  for (const { reason, files } of groups) {
    const [file] = files;
    if (file) return { reason, count: files.length, filename: file.filename };
  }
  return null;
}
