import { expect, it } from "vitest";
import { listOperations, searchOperations, toAnchor } from "./list-operations";
import type { ApiOperation } from "./openapi";

const operation = (summary: string): ApiOperation => ({ summary, "x-permission": null, parameters: [], responses: {} });
const groups = listOperations({
  paths: {
    "/api/pages/{pageId}": { delete: operation("Unlink a Page"), get: operation("One Page") },
    "/api/me": { get: operation("Who is signed in") },
    "/api/pages": { get: operation("Every Page") },
  },
});
const shown = (found: typeof groups) =>
  found.map(({ name, operations }) => [name, ...operations.map(({ method, path }) => `${method} ${path}`)]);

it("puts operations of one kind together", () => {
  expect(shown(groups)).toEqual([
    ["me", "GET /api/me"],
    ["pages", "GET /api/pages", "GET /api/pages/{pageId}", "DELETE /api/pages/{pageId}"],
  ]);
});

it("finds by every word, in method, path or summary", () => {
  expect(shown(searchOperations(groups, "DELETE page"))).toEqual([["pages", "DELETE /api/pages/{pageId}"]]);
  expect(shown(searchOperations(groups, "signed"))).toEqual([["me", "GET /api/me"]]);
  expect(searchOperations(groups, " ")).toEqual(groups);
  expect(searchOperations(groups, "nothing")).toEqual([]);
});

it("has an anchor for each that no other has", () => {
  const ids = groups.flatMap(({ operations }) => operations.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(toAnchor("get", "/api/pages/{pageId}/fields")).toBe("get-api-pages-pageId-fields");
});
