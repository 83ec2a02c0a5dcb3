/**
 * Whether the catalogue has a text for a word that came from outside. Names that every object has (`constructor`,
 * `__proto__`) are no texts, whatever the catalogue says.
 */
export function hasText<Key extends string>(t: { has: (key: Key) => boolean }, key: Key): boolean {
  const word = key.slice(key.lastIndexOf(".") + 1);
  return !(word in Object.prototype) && t.has(key);
}
