/**
 * A hue (degrees, 0–359) that stays with an id for ever. Hues are spread by the golden angle, so the neighbours among
 * ids that differ in one digit still look different.
 */
export function stableHue(id: string): number {
  let hash = 0x811c9dc5; // FNV-1a, 32 bit
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return Math.floor(((hash >>> 0) % 1000) * 137.508) % 360;
}
