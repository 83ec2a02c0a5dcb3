import { expect, it } from "vitest";
import type { ListedOperation } from "./list-operations";
import { exampleOf, toCurlExample } from "./to-example";

const operation: ListedOperation = {
  id: "put",
  method: "PUT",
  path: "/api/people/{userId}",
  summary: "Give somebody another role",
  "x-permission": "people:manage",
  parameters: [
    { name: "userId", in: "path", required: true, schema: { type: "string" } },
    { name: "limit", in: "query", required: false, schema: { type: "integer" } },
    { name: "format", in: "query", required: true, schema: { enum: ["csv", "jsonl"] } },
  ],
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: {
          type: "object",
          required: ["role"],
          properties: { role: { enum: ["it's"] }, note: { type: "string" } },
        },
      },
    },
  },
  responses: {},
};

it("writes a call that a shell takes as it is, with what it needs and no more", () => {
  expect(toCurlExample(operation, "https://desk.example.test").split(" \\\n  ")).toEqual([
    "curl",
    "-X PUT",
    "-H 'Authorization: Bearer YOUR_KEY'",
    "-H 'Content-Type: application/json'",
    `-d '{"role":"it'\\''s"}'`,
    "'https://desk.example.test/api/people/USER_ID?format=csv'",
  ]);
});

it("asks for no key where everybody may", () => {
  const open = { ...operation, method: "GET", path: "/api/health", "x-permission": null, parameters: [] };
  expect(toCurlExample({ ...open, requestBody: undefined }, "http://desk")).toBe("curl \\\n  'http://desk/api/health'");
});

it("fills in values of the right type", () => {
  expect(
    exampleOf({
      type: "object",
      required: ["many", "one", "is", "count", "either"],
      properties: {
        many: { type: "array", items: { type: "string" }, minItems: 1 },
        one: { type: "string" },
        is: { type: "boolean" },
        count: { type: "integer", minimum: 5 },
        either: { anyOf: [{ type: "object" }, { type: "null" }] },
      },
    }),
  ).toEqual({ many: ["…"], one: "…", is: true, count: 5, either: {} });
});
