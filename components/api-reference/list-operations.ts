import type { ApiOperation, OpenApi } from "./openapi";

export type ListedOperation = ApiOperation & { id: string; method: string; path: string };
export type OperationGroup = { name: string; operations: ListedOperation[] };

const METHODS = ["get", "post", "put", "delete"];

/** What a link to it ends in: "get-api-pages-pageId". */
export function toAnchor(method: string, path: string): string {
  return `${method}${path.replace(/[{}]/g, "").replace(/[^\w-]+/g, "-")}`;
}

/** Every operation, by the first part of its path after `/api`, in the order of their names. */
export function listOperations({ paths }: OpenApi): OperationGroup[] {
  const groups = new Map<string, ListedOperation[]>();
  for (const [path, methods] of Object.entries(paths).sort(([one], [other]) => one.localeCompare(other))) {
    const name = path.split("/")[2] ?? path;
    const operations = METHODS.flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ ...operation, id: toAnchor(method, path), method: method.toUpperCase(), path }] : [];
    });
    groups.set(name, [...(groups.get(name) ?? []), ...operations]);
  }
  return [...groups].map(([name, operations]) => ({ name, operations }));
}

/** The groups with those whose path, method or summary has every word. */
export function searchOperations(groups: readonly OperationGroup[], query: string): OperationGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ method, path, summary }: ListedOperation) => {
    const text = `${method} ${path} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map(({ name, operations }) => ({ name, operations: operations.filter(fits) }))
    .filter(({ operations }) => operations.length > 0);
}
