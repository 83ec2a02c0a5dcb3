import { expect, test, vi } from "vitest";
import { openDb } from "@/lib/db/db";
import { insertWaitingReceipt } from "@/lib/inbox/waiting-receipt-queries";
import { recordUpload } from "@/lib/uploads/upload-queries";
import { SweepJob } from "./sweep-job";

test("a receipt whose message has not come for a week is dropped, a younger one waits on", async () => {
  vi.useFakeTimers({ now: 1_790_000_000_000 });
  const db = openDb(":memory:");
  const wait = (mid: string, nowMs: number) =>
    insertWaitingReceipt(db, { conversationId: 1, mid, status: "delivered", nowMs });
  const days = 24 * 60 * 60 * 1000;
  for (let n = 0; n < 1_200; n += 1) wait(`old_${n}`, Date.now() - 8 * days);
  wait("young", Date.now() - 6 * days);
  const job = new SweepJob(db, () => undefined);
  job.start();
  await vi.advanceTimersByTimeAsync(60 * 60 * 1000 + 10);
  job.stop();
  expect(db.$client.prepare("SELECT mid FROM waiting_receipts").all()).toEqual([{ mid: "young" }]);
  vi.useRealTimers();
});

test("a file that Meta no longer keeps is forgotten, one it keeps stays", async () => {
  vi.useFakeTimers({ now: 1_790_000_000_000 });
  const db = openDb(":memory:");
  const days = 24 * 60 * 60 * 1000;
  const keep = (attachmentId: string, expiresMs: number) =>
    recordUpload(db, {
      pageId: "1",
      channel: "messenger",
      attachmentId,
      type: "image",
      filename: "a.png",
      sizeBytes: 1,
      sha256: attachmentId,
      userId: null,
      createdMs: expiresMs - 90 * days,
      expiresMs,
    });
  for (let n = 0; n < 510; n += 1) keep(`9${n}`, Date.now());
  keep("1", Date.now() + 2 * days);
  const job = new SweepJob(db, () => undefined);
  job.start();
  await vi.advanceTimersByTimeAsync(60 * 60 * 1000 + 10);
  job.stop();
  expect(db.$client.prepare("SELECT attachment_id AS id FROM uploads").all()).toEqual([{ id: "1" }]);
  vi.useRealTimers();
});
