import { invalidParameter } from "./graph-error";

/** `fields=a,b{c}` as a tree; a leaf selects everything below it. */
export interface FieldTree {
  [name: string]: FieldTree | null;
}

/** Parses Graph's field expansion; modifiers such as `.limit(5)` are read and dropped. */
export function parseFields(text: string): FieldTree {
  let at = 0;
  function readLevel(): FieldTree {
    const level: FieldTree = {};
    while (at < text.length && text[at] !== "}") {
      const name = /^[^,{}]+/.exec(text.slice(at))?.[0] ?? "";
      at += name.length;
      let below: FieldTree | null = null;
      if (text[at] === "{") {
        at += 1;
        below = readLevel();
        at += 1;
      }
      const plain = name.split(".")[0]?.trim() ?? "";
      if (plain !== "") level[plain] = below;
      if (text[at] === ",") at += 1;
      else if (name === "" && text[at] !== "}") at += 1;
    }
    return level;
  }
  return readLevel();
}

/**
 * Answers the chosen fields of a node, or `defaults` without a choice; `id` always comes along. Fields that are
 * null are absent, as in Graph answers.
 *
 * @throws {GraphError} 100 for a field the node does not have
 */
export function selectFields(
  node: Record<string, unknown>,
  { fields, defaults, type }: { fields: string | undefined; defaults: string[]; type: string },
): Record<string, unknown> {
  const tree = parseFields(fields ?? defaults.join(","));
  for (const name of Object.keys(tree)) {
    if (!(name in node)) throw invalidParameter(`Tried accessing nonexisting field (${name}) on node type (${type})`);
  }
  const chosen = pick(node, tree);
  return "id" in node ? { ...chosen, id: node.id } : chosen;
}

function pick(node: Record<string, unknown>, tree: FieldTree): Record<string, unknown> {
  const chosen: Record<string, unknown> = {};
  for (const [name, below] of Object.entries(tree)) {
    const value = node[name];
    if (value === null || value === undefined) continue;
    chosen[name] = below === null ? value : pickBelow(value, below);
  }
  return chosen;
}

function pickBelow(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((item) => pickBelow(item, tree));
  if (typeof value !== "object" || value === null) return value;
  // Edges answer {"data": …}: a choice of fields speaks of what is inside.
  if ("data" in value && !("data" in tree)) return { data: pickBelow(value.data, tree) };
  return pick(Object.fromEntries(Object.entries(value)), tree);
}

const DEFAULT_EXPANDED = 25;

/** The `n` of `name.limit(n)` in a choice of fields, or Graph's default. */
export function parseLimit(fields: string | undefined, name: string): number {
  const found = new RegExp(`(?:^|[,{])${name}\\.limit\\((\\d{1,6})\\)`).exec(fields ?? "")?.[1];
  return found === undefined ? DEFAULT_EXPANDED : Number(found);
}
