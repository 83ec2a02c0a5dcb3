import type { ServerResponse } from "node:http";
import { decodePart } from "../http/decode-part";
import type { World } from "../world";
import { drawAvatar, drawPageMark, drawPicture, drawSticker, toHue } from "./draw";

const drawn = new Map<string, Buffer>();
const MAX_DRAWN = 400;

/**
 * Pictures made on the spot, so that nothing is fetched from anywhere: `/avatars/<id>.png` (or `.svg`),
 * `/media/<anything>.png`, a tone `/media/<anything>.wav`, a text `/media/<anything>.txt`, and what apps uploaded.
 */
export function serveMedia(world: World, path: string, response: ServerResponse): boolean {
  const [, kind, encoded = ""] = /^\/_simulator\/(avatars|media|uploads)\/([^/]+)$/.exec(path) ?? [];
  if (kind === undefined) return false;
  const file = decodePart(encoded);
  if (kind === "uploads") {
    const upload = world.uploads.get(file);
    if (upload === undefined) return false;
    return send(response, upload.contentType || "application/octet-stream", upload.bytes);
  }
  const dot = file.lastIndexOf(".");
  const name = dot === -1 ? file : file.slice(0, dot);
  const extension = dot === -1 ? "" : file.slice(dot + 1);
  if (extension === "svg") return send(response, "image/svg+xml", Buffer.from(toSvgAvatar(world, name)));
  if (extension === "wav") return send(response, "audio/wav", toTone());
  if (extension === "txt") return send(response, "text/plain; charset=utf-8", Buffer.from(`Simulated file ${name}\n`));
  if (extension !== "png") return false;
  const bytes =
    drawn.get(path) ??
    (kind === "avatars" ? avatar(world, name) : name === "sticker" ? drawSticker() : drawPicture(name));
  if (drawn.size < MAX_DRAWN) drawn.set(path, bytes);
  return send(response, "image/png", bytes);
}

function avatar(world: World, id: string): Buffer {
  // Neighbouring Pages get hues far apart.
  if (world.state.pages.has(id)) return drawPageMark((Number(id.slice(-5)) * 137 + 75) % 360);
  return drawAvatar(world.state.people.get(id)?.hue ?? (Number(id.slice(-5)) * 137 + 20) % 360);
}

function toSvgAvatar(world: World, id: string): string {
  const { pages, people, users } = world.state;
  const named = pages.get(id) ?? people.get(id) ?? users.get(id);
  const hue = people.get(id)?.hue ?? toHue(id);
  const initial = [...(named?.name ?? "?")][0]?.replace(/[<&>]/, "") ?? "?";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160"><rect width="160" height="160" fill="hsl(${hue} 50% 82%)"/><text x="80" y="106" font-family="sans-serif" font-size="76" text-anchor="middle" fill="hsl(${hue} 48% 32%)">${initial}</text></svg>`;
}

/** One second of a soft tone, 8 kHz mono. */
function toTone(): Buffer {
  const rate = 8_000;
  const wav = Buffer.alloc(44 + rate);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + rate, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(rate, 40);
  for (let at = 0; at < rate; at += 1)
    wav[44 + at] = 128 + Math.round(40 * Math.sin((at * 440 * 2 * Math.PI) / rate) * (1 - at / rate));
  return wav;
}

function send(response: ServerResponse, type: string, bytes: Buffer): true {
  response
    .writeHead(200, {
      "content-type": type,
      "content-length": bytes.length,
      "cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
    .end(bytes);
  return true;
}
