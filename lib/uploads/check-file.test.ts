import { expect, test } from "vitest";
import { LIMITS } from "@/lib/messenger/outgoing-content";
import { checkFile } from "./check-file";
import { FILE_KINDS, kindNames } from "./file-kinds";

const check = (filename: string, contentType: string, { sizeBytes = 1000, channel = "messenger" as const } = {}) =>
  checkFile({ filename, contentType, sizeBytes }, channel);

test("a file is what the browser says it is, if its name agrees", () => {
  expect(check("a.jpg", "image/jpeg")).toMatchObject({ kind: { type: "image", mark: "jpeg" } });
  expect(check("A.JPEG", "Image/JPEG; charset=x")).toMatchObject({ kind: { contentType: "image/jpeg" } });
  expect(check("song", "audio/mp3")).toMatchObject({ kind: { type: "audio", contentType: "audio/mpeg" } });
  expect(check("clip.mp4", "video/mp4")).toMatchObject({ kind: { type: "video" } });
  expect(check("voice.mp4", "audio/mp4")).toMatchObject({ kind: { type: "audio" } });
  expect(check("minutes.2024", "text/plain")).toMatchObject({ kind: { type: "file" } });
});

test("where the browser does not know, the name decides", () => {
  expect(check("offer.docx", "")).toMatchObject({ kind: { name: "Word" } });
  expect(check("offer.pdf", "application/octet-stream")).toMatchObject({ kind: { name: "PDF" } });
  expect(check("offer", "")).toEqual({ refusal: { code: "type" } });
});

test("Windows with Excel calls a CSV by Excel's name", () => {
  expect(check("list.csv", "application/vnd.ms-excel")).toMatchObject({ kind: { contentType: "text/csv" } });
  expect(check("list.xls", "application/vnd.ms-excel")).toMatchObject({ kind: { name: "Excel" } });
});

test("what can be run, and what hides behind another name, is refused", () => {
  for (const [filename, contentType] of [
    ["setup.exe", "application/x-msdownload"],
    ["setup.exe", ""],
    ["setup.exe", "application/pdf"],
    ["run.bat", "text/plain"],
    ["page.html", "text/html"],
    ["drawing.svg", "image/svg+xml"],
    ["app.jar", "application/zip"],
    ["photo.heic", "image/heic"],
    ["photo.png", "image/jpeg"],
  ] as const) {
    expect(check(filename, contentType), filename).toEqual({ refusal: { code: "type" } });
  }
});

test("Instagram takes fewer kinds", () => {
  const onInstagram = { channel: "instagram" } as const;
  expect(checkFile({ filename: "a.webp", contentType: "image/webp", sizeBytes: 1 }, onInstagram.channel)).toEqual({
    refusal: { code: "channel" },
  });
  expect(checkFile({ filename: "a.pdf", contentType: "application/pdf", sizeBytes: 1 }, "instagram")).toMatchObject({
    kind: { name: "PDF" },
  });
  expect(kindNames("instagram")).toBe("JPEG, PNG, GIF, MP4, MOV, WebM, AVI, OGV, AAC, M4A, WAV, PDF");
});

test("the limit itself is taken, one byte more is not; nothing is refused too", () => {
  const { imageBytes, mediaBytes } = LIMITS;
  expect(check("a.png", "image/png", { sizeBytes: imageBytes })).toHaveProperty("kind");
  expect(check("a.png", "image/png", { sizeBytes: imageBytes + 1 })).toEqual({
    refusal: { code: "size", limitBytes: imageBytes },
  });
  expect(check("a.pdf", "application/pdf", { sizeBytes: mediaBytes })).toHaveProperty("kind");
  expect(check("a.pdf", "application/pdf", { sizeBytes: mediaBytes + 1 })).toEqual({
    refusal: { code: "size", limitBytes: mediaBytes },
  });
  expect(check("a.pdf", "application/pdf", { sizeBytes: 0 })).toEqual({ refusal: { code: "empty" } });
});

test("no content type means two kinds of one name ending", () => {
  for (const { contentType, aliases = [], extensions } of FILE_KINDS) {
    for (const said of [contentType, ...aliases]) {
      expect(check(`x.${extensions[0]}`, said), said).toMatchObject({ kind: { contentType } });
    }
  }
});
