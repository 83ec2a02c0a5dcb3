import type { JsonSchema } from "./openapi";

/** One field of a body or an answer. `depth` counts the objects around it. */
export type SchemaLine = {
  /** Where it stands, for a key: "entries[].id". */
  path: string;
  name: string;
  depth: number;
  type: string;
  rules: string[];
  isRequired: boolean;
};

/** What a type is called, with null as "or null": "string", "list of object", "number or null". */
export function typeName(schema: JsonSchema): string {
  const { isNullable, schema: inner } = withoutNull(schema);
  return isNullable ? `${plainName(inner)} or null` : plainName(inner);
}

function plainName(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeName))].join(" or ");
  if (schema.items) return `list of ${typeName(schema.items)}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.join(" or ");
  return schema.type ?? (schema.properties ? "object" : "anything");
}

function withoutNull(schema: JsonSchema): { schema: JsonSchema; isNullable: boolean } {
  if (Array.isArray(schema.type) && schema.type.includes("null")) {
    const [first, ...more] = schema.type.filter((type) => type !== "null");
    return { schema: { ...schema, type: more.length > 0 ? [first ?? "", ...more] : first }, isNullable: true };
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (!choices?.some(({ type }) => type === "null")) return { schema, isNullable: false };
  const rest = choices.filter(({ type }) => type !== "null");
  return { schema: rest.length === 1 ? (rest[0] as JsonSchema) : { anyOf: rest }, isNullable: true };
}

const SAFE = Number.MAX_SAFE_INTEGER;

/** What a value has to keep to besides its type. What every number keeps to is left out. */
export function listRules(given: JsonSchema): string[] {
  const { schema } = withoutNull(given);
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, pattern, format } = schema;
  return [
    format && `as ${format}`,
    pattern && !format && `matches ${pattern}`,
    minLength !== undefined && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    minimum !== undefined && minimum > -SAFE && `from ${minimum}`,
    maximum !== undefined && maximum < SAFE && `to ${maximum}`,
    schema.exclusiveMinimum !== undefined && `more than ${schema.exclusiveMinimum}`,
    schema.exclusiveMaximum !== undefined && `less than ${schema.exclusiveMaximum}`,
    minItems !== undefined && `at least ${minItems}`,
    maxItems !== undefined && `at most ${maxItems}`,
    given.default !== undefined && `${JSON.stringify(given.default)} by default`,
  ].filter((rule) => typeof rule === "string");
}

/** The fields of an object, each followed by the fields inside it. */
export function toSchemaLines(schema: JsonSchema, path = "", depth = 0): SchemaLine[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const own = path === "" ? name : `${path}.${name}`;
    const line = {
      path: own,
      name,
      depth,
      type: typeName(field),
      rules: listRules(field),
      isRequired: required.has(name),
    };
    return [line, ...linesInside(field, own, depth + 1)];
  });
}

/** In an object, in what a list holds, or in the ways something can look. */
function linesInside(given: JsonSchema, path: string, depth: number): SchemaLine[] {
  const { schema } = withoutNull(given);
  if (schema.items) return linesInside(schema.items, `${path}[]`, depth);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((choice, index) => linesInside(choice, `${path}(${index})`, depth));
  return toSchemaLines(schema, path, depth);
}
