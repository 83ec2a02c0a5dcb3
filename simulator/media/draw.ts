import { encodePng, type Rgb } from "./encode-png";

const AVATAR = 160;
const WIDTH = 640;
const HEIGHT = 440;
const GRAIN = 3;

/** Head and shoulders in one hue: a face without pretending to be somebody's. */
export function drawAvatar(hue: number): Buffer {
  const back = toRgb(hue, 0.5, 0.82);
  const front = toRgb(hue, 0.48, 0.42);
  const isPerson = (x: number, y: number) =>
    Math.hypot(x - 80, y - 64) < 30 || (Math.hypot((x - 80) / 1.08, y - 158) < 54 && y < AVATAR);
  return encodePng(AVATAR, AVATAR, (x, y) => mix(back, front, coverage(isPerson, x, y)));
}

/** The mark of a Page: three rising bars in its hue. */
export function drawPageMark(hue: number): Buffer {
  const back = toRgb(hue, 0.5, 0.4);
  const front = toRgb(hue, 0.55, 0.9);
  const isMark = (x: number, y: number) =>
    [0, 1, 2].some((bar) => Math.abs(x - 50 - bar * 30) < 10 && y < 118 && y > 96 - bar * 26);
  return encodePng(AVATAR, AVATAR, (x, y) => mix(back, front, coverage(isMark, x, y)));
}

/** A quiet landscape that differs from seed to seed, for pictures that people send. */
export function drawPicture(seed: string): Buffer {
  const hash = toHash(seed);
  const hue = hash % 360;
  const top = toRgb(hue, 0.45, 0.72);
  const bottom = toRgb(hue + 40, 0.6, 0.9);
  const sun = { x: 120 + (hash % 400), y: 110 + (hash % 60) };
  const layers = [0, 1, 2].map((index) => ({
    colour: toRgb(hue + 150 + index * 14, 0.32, 0.55 - index * 0.14),
    height: (x: number) =>
      230 +
      index * 62 +
      Math.sin(x / (95 - index * 18) + (hash % 7) + index * 2) * (34 - index * 6) +
      Math.sin(x / 31 + index) * 7,
  }));
  return encodePng(WIDTH, HEIGHT, (x, y) => {
    let colour = mix(top, bottom, y / HEIGHT);
    const toSun = Math.hypot(x - sun.x, y - sun.y);
    colour = mix(colour, [255, 250, 232], Math.max(0, Math.min(1, 46 - toSun)) * 0.9);
    for (const layer of layers) colour = mix(colour, layer.colour, Math.max(0, Math.min(1, y - layer.height(x))));
    const grain = ((x * 7919 + y * 104729 + hash) % (2 * GRAIN)) - GRAIN;
    const [red, green, blue] = colour;
    return [limit(red + grain), limit(green + grain), limit(blue + grain)];
  });
}

/** A thumb-free sticker: a smiling circle. */
export function drawSticker(): Buffer {
  const isFace = (x: number, y: number) => Math.hypot(x - 80, y - 80) < 62;
  const isDark = (x: number, y: number) =>
    Math.hypot(x - 58, y - 68) < 7 ||
    Math.hypot(x - 102, y - 68) < 7 ||
    (Math.abs(Math.hypot(x - 80, y - 82) - 32) < 4 && y > 94);
  return encodePng(AVATAR, AVATAR, (x, y) =>
    mix(mix([255, 255, 255], toRgb(42, 0.9, 0.6), coverage(isFace, x, y)), [60, 45, 20], coverage(isDark, x, y)),
  );
}

/** A hue that always belongs to the same text. */
export function toHue(text: string): number {
  return toHash(text) % 360;
}

function toHash(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}

/** How much of a pixel lies inside a shape, by nine samples: soft edges. */
function coverage(isInside: (x: number, y: number) => boolean, x: number, y: number): number {
  let hits = 0;
  for (const dx of [0.17, 0.5, 0.83]) for (const dy of [0.17, 0.5, 0.83]) if (isInside(x + dx, y + dy)) hits += 1;
  return hits / 9;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const [r, g, b] = from;
  return [r + (to[0] - r) * share, g + (to[1] - g) * share, b + (to[2] - b) * share];
}

function toRgb(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    return (
      255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
    );
  };
  return [channel(0), channel(8), channel(4)];
}

const limit = (value: number) => Math.max(0, Math.min(255, value));
