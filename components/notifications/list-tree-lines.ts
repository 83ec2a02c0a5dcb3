import { type JsonNode, toJsonPath } from "./read-json-tree";

/** Children shown at first, and added with each "more": a notification may hold a thousand entries. */
export const CHILDREN_AT_A_TIME = 100;

export type TreeLine =
  | {
      kind: "value";
      /** Place among its parents, such as `0.2.1`: unique even where a key is repeated. */
      place: string;
      path: string;
      depth: number;
      node: JsonNode;
      isOpen: boolean;
    }
  | { kind: "more"; place: string; depth: number; hidden: number };

type Shown = {
  isOpen: (place: string) => boolean;
  /** How many children of the node at this place are wanted. */
  shownChildren: (place: string) => number;
};

/** The lines to show of a tree in which some nodes are folded, from top to bottom. */
export function listTreeLines(root: JsonNode, { isOpen, shownChildren }: Shown): TreeLine[] {
  const lines: TreeLine[] = [];
  const toDo: TreeLine[] = [{ kind: "value", place: "0", path: "", depth: 0, node: root, isOpen: isOpen("0") }];
  for (let line = toDo.pop(); line; line = toDo.pop()) {
    lines.push(line);
    if (line.kind === "more" || !line.isOpen || line.node.children === null) continue;
    const { place, path, depth } = line;
    const children = line.node.children.slice(0, shownChildren(place));
    const hidden = line.node.children.length - children.length;
    const below = children.map<TreeLine>((child, index) => ({
      kind: "value",
      place: `${place}.${index}`,
      path: toJsonPath(path, child.key, index),
      depth: depth + 1,
      node: child,
      isOpen: isOpen(`${place}.${index}`),
    }));
    if (hidden > 0) below.push({ kind: "more", place: `${place}.more`, depth: depth + 1, hidden });
    toDo.push(...below.reverse());
  }
  return lines;
}

/** Places to open at first: level by level, as long as not more than about `budget` lines come of it. */
export function choosePlacesToOpen(root: JsonNode, budget: number): Set<string> {
  const open = new Set<string>();
  let lines = 1;
  let level = [{ place: "0", node: root }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { place, node } of level) {
      const children = node.children ?? [];
      if (children.length === 0) continue;
      lines += Math.min(children.length, CHILDREN_AT_A_TIME);
      if (lines > budget && open.size > 0) return open;
      open.add(place);
      next.push(
        ...children.slice(0, CHILDREN_AT_A_TIME).map((child, index) => ({ place: `${place}.${index}`, node: child })),
      );
    }
    level = next;
  }
  return open;
}
