/**
 * A 53-bit hash of a text, for indexes over long random keys: a mid has over 100 characters, and an index of those
 * touches a page of its own for nearly every insert (docs/decisions/003-hashed-indexes.md). Not secret and not
 * unique: compare the text as well. (The mixing is that of "cyrb53", a published public-domain function.)
 */
export function hash53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
