import { expect, test } from "vitest";
import type { ByteMark } from "./file-kinds";
import { hasMark } from "./has-mark";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const SAMPLES: Record<ByteMark, Uint8Array> = {
  jpeg: bytes("\xff\xd8\xff\xe0\x00\x10JFIF"),
  png: bytes("\x89PNG\r\n\x1a\n\x00\x00"),
  gif: bytes("GIF89a\x00\x00"),
  webp: bytes("RIFF\x24\x00\x00\x00WEBPVP8 "),
  iso_media: bytes("\x00\x00\x00\x18ftypmp42"),
  matroska: bytes("\x1a\x45\xdf\xa3\x01\x00"),
  avi: bytes("RIFF\x24\x00\x00\x00AVI LIST"),
  ogg: bytes("OggS\x00\x02"),
  mpeg_audio: bytes("ID3\x03\x00"),
  wave: bytes("RIFF\x24\x00\x00\x00WAVEfmt "),
  pdf: bytes("%PDF-1.7\n"),
  zip: bytes("PK\x03\x04\x14\x00"),
  ole: bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"),
  rtf: bytes("{\\rtf1\\ansi"),
  text: bytes("Name,Phone\r\nAna,12\tü"),
};

test("each kind of bytes has its own mark and no other's", () => {
  for (const [name, sample] of Object.entries(SAMPLES)) {
    const marks = (Object.keys(SAMPLES) as ByteMark[]).filter((mark) => hasMark(sample, mark));
    // What a PDF or RTF begins with can be read as text.
    expect(marks, name).toEqual(name === "pdf" || name === "rtf" ? [name, "text"] : [name]);
  }
});

test("raw MPEG frames, an old QuickTime file and UTF-16 have theirs", () => {
  expect(hasMark(bytes("\xff\xfb\x90\x00"), "mpeg_audio")).toBe(true);
  expect(hasMark(bytes("\x00\x00\x00\x08wide"), "iso_media")).toBe(true);
  expect(hasMark(bytes("\xff\xfeA\x00"), "text")).toBe(true);
});

test("a program is nothing that can be sent", () => {
  for (const program of [bytes("MZ\x90\x00\x03\x00"), bytes("\x7fELF\x02\x01\x01\x00")]) {
    expect((Object.keys(SAMPLES) as ByteMark[]).filter((mark) => hasMark(program, mark))).toEqual([]);
  }
});
