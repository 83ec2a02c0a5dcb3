export type Order = "as-is" | "reverse" | "shuffle";

/** A copy in another order. */
export function inOrder<T>(things: readonly T[], order: Order): T[] {
  if (order === "reverse") return [...things].reverse();
  return order === "shuffle" ? shuffled(things) : [...things];
}

function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
