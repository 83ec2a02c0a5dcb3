import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonTokens } from "./read-json-tokens";
import { type JsonNode, readJsonTree, toJsonPath } from "./read-json-tree";

function read(json: string) {
  const tokens = readJsonTokens(json) ?? [];
  const written = ({ start, end }: JsonNode) => tokens.slice(start, end).join("");
  return { tokens, written, root: readJsonTree(tokens) };
}

describe("readJsonTree", () => {
  it("keeps digits, escapes and repeated keys", () => {
    const { root, written } = read('{"id":12345678901234567890,"id":"\\u00e9","list":[1.0,{}]}');
    expect(root.children?.map((node) => [node.key, written(node)])).toEqual([
      ['"id"', "12345678901234567890"],
      ['"id"', '"\\u00e9"'],
      ['"list"', "[1.0,{}]"],
    ]);
    expect(root.children?.[2]?.children?.map(written)).toEqual(["1.0", "{}"]);
  });

  it("reads a value that is neither object nor list", () => {
    const { root, written } = read(' "alone" ');
    expect(root.children).toBeNull();
    expect(written(root)).toBe('"alone"');
  });

  it("does not mind depth", () => {
    const { root } = read(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    expect(root.end).toBe(100_000);
  });

  it("holds every value of any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { root, tokens } = read(JSON.stringify(value));
        expect(JSON.stringify(rebuild(root, tokens))).toBe(JSON.stringify(JSON.parse(JSON.stringify(value))));
      }),
    );
  });
});

function rebuild({ children, start, end }: JsonNode, tokens: readonly string[]): unknown {
  if (children === null) return JSON.parse(tokens.slice(start, end).join(""));
  if (tokens[start] === "[") return children.map((child) => rebuild(child, tokens));
  // Not by assignment: `__proto__` is a key like any other.
  return Object.fromEntries(children.map((child) => [JSON.parse(child.key ?? '""'), rebuild(child, tokens)]));
}

describe("toJsonPath", () => {
  it.each([
    ["", '"entry"', 0, "entry"],
    ["entry", null, 2, "entry[2]"],
    ["entry[2]", '"id"', 0, "entry[2].id"],
    ["entry[2]", '"odd key"', 0, 'entry[2]["odd key"]'],
    ["", null, 0, "[0]"],
  ])("%j, %j, %i: %s", (parent, key, index, path) => {
    expect(toJsonPath(parent, key, index)).toBe(path);
  });
});
