import { expect, it } from "vitest";
import { z } from "zod";
import type { JsonSchema } from "./openapi";
import { listRules, toSchemaLines, typeName } from "./to-schema-lines";

const schemaOf = (type: z.ZodType) => z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as JsonSchema;

it("lists the fields of an object, each followed by those inside it", () => {
  const lines = toSchemaLines(
    schemaOf(
      z.object({
        people: z.array(z.object({ id: z.string(), at: z.int().nullable() })),
        nextCursor: z.string().nullable(),
        note: z.string().optional(),
      }),
    ),
  );
  expect(lines.map(({ path, depth, type, isRequired }) => [path, depth, type, isRequired])).toEqual([
    ["people", 0, "list of object", true],
    ["people[].id", 1, "string", true],
    ["people[].at", 1, "integer or null", true],
    ["nextCursor", 0, "string or null", true],
    ["note", 0, "string", false],
  ]);
});

it.each([
  [z.enum(["csv", "jsonl"]), '"csv" | "jsonl"'],
  [z.literal("hello"), '"hello"'],
  [z.union([z.string(), z.boolean()]), "string or boolean"],
  [z.array(z.string()).nullable(), "list of string or null"],
  [z.record(z.string(), z.unknown()), "object"],
  [z.unknown(), "anything"],
])("names a type (%#)", (type, name) => {
  expect(typeName(schemaOf(type))).toBe(name);
});

it("says what a value has to keep to, but not what every number keeps to", () => {
  expect(listRules(schemaOf(z.string().min(1).max(100)))).toEqual(["at least 1 characters", "at most 100 characters"]);
  expect(listRules(schemaOf(z.coerce.number().int().min(1).max(200).default(50)))).toEqual([
    "from 1",
    "to 200",
    "50 by default",
  ]);
  expect(listRules(schemaOf(z.int()))).toEqual([]);
  expect(listRules(schemaOf(z.array(z.string()).max(1000)))).toEqual(["at most 1000"]);
  expect(listRules(schemaOf(z.string().regex(/^\d+$/)))).toEqual(["matches ^\\d+$"]);
});

it("goes into each of the ways something can look", () => {
  const either = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("one"), id: z.string() }),
    z.object({ kind: z.literal("all") }),
  ]);
  const lines = toSchemaLines(schemaOf(z.object({ what: either })));
  expect(lines.map(({ path }) => path)).toEqual(["what", "what(0).kind", "what(0).id", "what(1).kind"]);
});
