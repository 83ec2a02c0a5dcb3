import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@/components/fetch-json";
import { createAttachmentStore, MOST_FILES } from "./attachment-store";
import type { FileTransfer, sendFile } from "./send-file";

type Upload = Awaited<FileTransfer["done"]>;
type Sent = {
  filename: string;
  progress: (share: number) => void;
  isAborted: boolean;
  resolve: (upload: Upload) => void;
  reject: (error: unknown) => void;
};

const place = { id: "c1", channel: "messenger" } as const;
const png = (name: string) => new File(["x"], name, { type: "image/png" });
const problem = (code: string) => new ApiError({ status: 429, code, title: "No", detail: "Because." });
const revoked: string[] = [];
let sent: Sent[];
let store: ReturnType<typeof createAttachmentStore>;

const send: typeof sendFile = ({ file }, onProgress) => {
  const one: Sent = {
    filename: file.name,
    progress: onProgress,
    isAborted: false,
    resolve: () => undefined,
    reject: () => undefined,
  };
  const done = new Promise<Upload>((resolve, reject) => Object.assign(one, { resolve, reject }));
  sent.push(one);
  return { done, abort: () => Object.assign(one, { isAborted: true }) };
};
const upload = (attachmentId: string) => ({
  attachmentId,
  type: "image" as const,
  filename: "a.png",
  sizeBytes: 1,
  expiresAt: 0,
});
const names = () => sent.map(({ filename }) => filename);
const states = () => store.read("c1").map(({ filename, state }) => `${filename} ${state}`);

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  revoked.length = 0;
  store = createAttachmentStore(send);
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => `blob:${(file as File).name}`);
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => void revoked.push(url));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("files go up one after the other, in order, and each is ready when Meta has it", async () => {
  store.add(place, [png("a.png"), png("b.png")]);
  expect(names()).toEqual(["a.png"]);
  sent[0]?.progress(0.5);
  expect(store.read("c1")[0]).toMatchObject({ progress: 0.5, state: "uploading", previewUrl: "blob:a.png" });
  sent[0]?.resolve(upload("11"));
  await vi.advanceTimersByTimeAsync(0);
  expect(names()).toEqual(["a.png", "b.png"]);
  expect(states()).toEqual(["a.png ready", "b.png uploading"]);
  expect(store.read("c1")[0]?.attachmentId).toBe("11");
});

test("what cannot be sent is refused before it goes anywhere", () => {
  store.add(place, [new File(["MZ"], "setup.exe"), new File([], "empty.png", { type: "image/png" })]);
  expect(sent).toEqual([]);
  expect(store.read("c1")).toMatchObject([
    { state: "failed", problem: { refusal: { code: "type" } } },
    { state: "failed", problem: { refusal: { code: "empty" } } },
  ]);
});

test("one that failed does not hold up the next, and can be tried again", async () => {
  store.add(place, [png("a.png"), png("b.png")]);
  sent[0]?.reject(problem("graph_unavailable"));
  await vi.advanceTimersByTimeAsync(0);
  expect(states()).toEqual(["a.png failed", "b.png uploading"]);
  store.retry("c1", store.read("c1")[0]?.key ?? "");
  sent[1]?.resolve(upload("12"));
  await vi.advanceTimersByTimeAsync(0);
  sent[2]?.resolve(upload("11"));
  await vi.advanceTimersByTimeAsync(0);
  expect(names()).toEqual(["a.png", "b.png", "a.png"]);
  expect(states()).toEqual(["a.png ready", "b.png ready"]);
});

test("while the desk takes no more files at once it is asked again", async () => {
  store.add(place, [png("a.png")]);
  sent[0]?.reject(problem("too_many_uploads"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(states()).toEqual(["a.png uploading"]);
  await vi.advanceTimersByTimeAsync(1_500);
  sent[1]?.resolve(upload("11"));
  await vi.advanceTimersByTimeAsync(0);
  expect(states()).toEqual(["a.png ready"]);
});

test("one that is removed stops, lets the next go, and its preview is freed at once", () => {
  store.add(place, [png("a.png"), png("b.png")]);
  store.remove("c1", store.read("c1")[0]?.key ?? "");
  expect(sent[0]?.isAborted).toBe(true);
  expect(names()).toEqual(["a.png", "b.png"]);
  expect(states()).toEqual(["b.png uploading"]);
  expect(revoked).toEqual(["blob:a.png"]);
});

test("sent ones are gone, but their previews last as long as the bubbles need them", async () => {
  store.add(place, [png("a.png")]);
  sent[0]?.resolve(upload("11"));
  await vi.advanceTimersByTimeAsync(0);
  store.clear("c1");
  expect(store.read("c1")).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(revoked).toEqual([]);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(revoked).toEqual(["blob:a.png"]);
});

test("there is room for ten", () => {
  const many = Array.from({ length: MOST_FILES + 3 }, (_, n) => png(`${n}.png`));
  expect(store.add(place, many)).toBe(3);
  expect(store.read("c1")).toHaveLength(MOST_FILES);
});
