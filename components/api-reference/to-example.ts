import type { ListedOperation } from "./list-operations";
import type { JsonSchema } from "./openapi";

/** A value that fits, for somebody to start from. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return exampleOf(choice);
  if (schema.properties) {
    const needed = Object.entries(schema.properties).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(needed.map(([name, field]) => [name, exampleOf(field)]));
  }
  if (schema.items) return schema.minItems ? [exampleOf(schema.items)] : [];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "integer" || type === "number") return Math.max(0, schema.minimum ?? 0);
  if (type === "boolean") return true;
  return type === "object" ? {} : "…";
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The call as a line for a shell. What has to be filled in stands in capitals or as "…". */
export function toCurlExample(operation: ListedOperation, origin: string): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => name.replace(/(?=[A-Z])/g, "_").toUpperCase());
  const needed = operation.parameters.filter((each) => each.in === "query" && each.required);
  const query = new URLSearchParams(needed.map(({ name, schema }) => [name, String(exampleOf(schema))])).toString();
  const body = operation.requestBody?.content["application/json"]?.schema;
  const isOpen = operation["x-permission"] === null;
  return [
    "curl",
    ...(operation.method === "GET" ? [] : [`-X ${operation.method}`]),
    ...(isOpen ? [] : [`-H ${quote("Authorization: Bearer YOUR_KEY")}`]),
    ...(body ? [`-H ${quote("Content-Type: application/json")}`, `-d ${quote(JSON.stringify(exampleOf(body)))}`] : []),
    quote(`${origin}${path}${query === "" ? "" : `?${query}`}`),
  ].join(" \\\n  ");
}
