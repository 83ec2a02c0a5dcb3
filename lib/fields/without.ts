/** Those of `all` that are not among `some`, in their order. */
export function without(all: readonly string[], some: readonly string[]): string[] {
  const others = new Set(some);
  return all.filter((field) => !others.has(field));
}
