import "server-only";
import { z } from "zod";
import { PERMISSIONS, type Permission } from "@/lib/auth/permissions";
import type { RouteSpec } from "./define-route";
import { problem } from "./schemas/common";

const toSchema = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
};

const jsonContent = (schema: z.ZodType, io: "input" | "output") => ({
  "application/json": { schema: toSchema(schema, io) },
});

/** OpenAPI 3.1 of the API, from the same schemas that validate it. */
export function toOpenApi(specs: readonly RouteSpec[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const spec of specs) {
    paths[spec.path] = { ...paths[spec.path], [spec.method.toLowerCase()]: toOperation(spec) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Pagedesk", version: "1", description: "Everything the desk's own pages use." },
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        apiKey: { type: "http", scheme: "bearer" },
      },
      schemas: { Problem: toSchema(problem, "output") },
    },
  };
}

function toOperation(spec: RouteSpec): object {
  const status = String(spec.status ?? (spec.answer === null ? 204 : 200));
  return {
    summary: spec.summary,
    ...toRights(spec.permission),
    parameters: [...toParameters(spec.params, "path"), ...toParameters(spec.query, "query")],
    ...(spec.body
      ? { requestBody: { required: !spec.body.safeParse({}).success, content: jsonContent(spec.body, "input") } }
      : {}),
    responses: {
      [status]: { description: "Done", ...(spec.answer ? { content: jsonContent(spec.answer, "output") } : {}) },
      default: {
        description:
          "What went wrong, and what to do about it. With 429 `Retry-After` says in how many seconds to go on",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

/** Who may, in OpenAPI's words and in ours. */
function toRights(permission: Permission | null): object {
  if (permission === null) return { "x-permission": null, security: [] };
  const { roles, keys } = PERMISSIONS[permission];
  const security = keys ? [{ session: [] }, { apiKey: [] }] : [{ session: [] }];
  return { "x-permission": permission, "x-roles": roles, security };
}

function toParameters(shape: z.ZodObject | undefined, place: "path" | "query"): object[] {
  if (!shape) return [];
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path" || !schema.safeParse(undefined).success,
    schema: toSchema(schema as z.ZodType, "input"),
  }));
}
