import { ApiError } from "@/components/fetch-json";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { MediaType } from "@/lib/messenger/outgoing-content";
import { checkFile, type FileRefusal } from "@/lib/uploads/check-file";
import { type FileTransfer, sendFile } from "./send-file";

/** One file that goes with the next message. */
export type HeldFile = {
  key: string;
  filename: string;
  type: MediaType;
  sizeBytes: number;
  /** A picture, as an address of this tab. */
  previewUrl: string | null;
  state: "uploading" | "ready" | "failed";
  /** 0 to 1. */
  progress: number;
  /** Meta's id, once it has the file. */
  attachmentId: string | null;
  problem: { refusal: FileRefusal } | { error: unknown } | null;
};

export type Place = Pick<Conversation, "id" | "channel">;
type Sender = typeof sendFile;
type Entry = { place: Place; file: File; contentType: string | null; transfer: FileTransfer | null };

export const MOST_FILES = 10;
const NONE: readonly HeldFile[] = [];
/** The desk takes few files at once; then it is asked again. */
const BUSY_WAIT_MS = 2_000;
const BUSY_TRIES = 30;
/** The bubble of what was just sent still shows them. */
const PREVIEW_OUTLIVES_MS = 10 * 60_000;

/**
 * Files to be sent, per conversation, with their uploads: one after the other, so that they are ready in order. They
 * outlive a change of conversation, not a reload.
 */
export function createAttachmentStore(send: Sender) {
  const held = new Map<string, readonly HeldFile[]>();
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const waiting: string[] = [];
  let running: string | null = null;
  let lastKey = 0;

  const read = (conversationId: string) => held.get(conversationId) ?? NONE;
  function write(conversationId: string, files: readonly HeldFile[]) {
    if (files.length === 0) held.delete(conversationId);
    else held.set(conversationId, files);
    for (const listener of listeners) listener();
  }
  function change(key: string, changed: Partial<HeldFile>) {
    const entry = entries.get(key);
    if (!entry) return;
    const files = read(entry.place.id);
    write(
      entry.place.id,
      files.map((file) => (file.key === key ? { ...file, ...changed } : file)),
    );
  }

  function next() {
    if (running !== null) return;
    const key = waiting.shift();
    const entry = key === undefined ? undefined : entries.get(key);
    if (key === undefined) return;
    if (!entry) return next();
    running = key;
    upload(key, entry, BUSY_TRIES);
  }

  function upload(key: string, entry: Entry, triesLeft: number) {
    const { place, file, contentType } = entry;
    const progress = (share: number) => change(key, { progress: share });
    entry.transfer = send({ conversationId: place.id, file, contentType: contentType ?? "" }, progress);
    entry.transfer.done
      .then(({ attachmentId }) => {
        change(key, { state: "ready", progress: 1, attachmentId });
        return "over";
      })
      .catch((error: unknown) => {
        const isBusy = error instanceof ApiError && error.code === "too_many_uploads";
        if (!isBusy || triesLeft === 0) {
          change(key, { state: "failed", problem: { error } });
          return "over";
        }
        return new Promise<void>((resolve) => setTimeout(resolve, BUSY_WAIT_MS)).then(() => {
          if (entries.get(key) !== entry) return "over";
          upload(key, entry, triesLeft - 1);
          return "again";
        });
      })
      .then((outcome) => {
        if (outcome !== "again") settle(key);
      });
  }

  function settle(key: string) {
    if (running !== key) return;
    running = null;
    next();
  }

  function start(key: string) {
    change(key, { state: "uploading", progress: 0, problem: null });
    waiting.push(key);
    next();
  }

  function forget(key: string) {
    entries.get(key)?.transfer?.abort();
    entries.delete(key);
    settle(key);
  }

  return {
    read,
    /** Whether there are any, in whatever conversation. */
    holdsAny: () => held.size > 0,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** @returns how many were left out because there is no room for more */
    add(place: Place, files: readonly File[]): number {
      const room = MOST_FILES - read(place.id).length;
      for (const file of files.slice(0, room)) {
        lastKey += 1;
        const key = String(lastKey);
        const facts = { filename: file.name, contentType: file.type, sizeBytes: file.size };
        const checked = checkFile(facts, place.channel);
        const kind = "kind" in checked ? checked.kind : null;
        entries.set(key, { place, file, contentType: kind?.contentType ?? null, transfer: null });
        const one: HeldFile = {
          key,
          filename: file.name,
          type: kind?.type ?? "file",
          sizeBytes: file.size,
          previewUrl: kind?.type === "image" ? URL.createObjectURL(file) : null,
          state: "failed",
          progress: 0,
          attachmentId: null,
          problem: "refusal" in checked ? { refusal: checked.refusal } : null,
        };
        write(place.id, [...read(place.id), one]);
        if (kind) start(key);
      }
      return Math.max(0, files.length - room);
    },
    remove(conversationId: string, key: string) {
      const gone = read(conversationId).find((file) => file.key === key);
      if (!gone) return;
      forget(key);
      if (gone.previewUrl) URL.revokeObjectURL(gone.previewUrl);
      write(
        conversationId,
        read(conversationId).filter((file) => file.key !== key),
      );
    },
    /** Only what can work another time: what was refused here stays refused. */
    retry(conversationId: string, key: string) {
      const file = read(conversationId).find((one) => one.key === key);
      if (file?.state === "failed" && file.problem !== null && "error" in file.problem) start(key);
    },
    /** They have been sent. */
    clear(conversationId: string) {
      for (const { key, previewUrl } of read(conversationId)) {
        forget(key);
        if (previewUrl) setTimeout(() => URL.revokeObjectURL(previewUrl), PREVIEW_OUTLIVES_MS);
      }
      write(conversationId, NONE);
    },
  };
}

/** Of this tab. */
export const attachmentStore = createAttachmentStore(sendFile);

// Leaving would lose them without a word, so the browser asks first.
const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();
attachmentStore.subscribe(() => {
  if (attachmentStore.holdsAny()) window.addEventListener("beforeunload", askFirst);
  else window.removeEventListener("beforeunload", askFirst);
});
