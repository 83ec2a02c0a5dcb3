/** The parts of OpenAPI 3.1 that our own description uses (lib/api/to-openapi.ts). */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
};

type Content = Record<string, { schema: JsonSchema }>;

export type Parameter = { name: string; in: "path" | "query"; required: boolean; schema: JsonSchema };

export type ApiOperation = {
  summary: string;
  "x-permission": string | null;
  "x-roles"?: string[];
  security?: Record<string, unknown>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content } | undefined;
  responses: Record<string, { description: string; content?: Content }>;
};

export type OpenApi = { paths: Record<string, Record<string, ApiOperation>> };
