import { defineRoute } from "@/lib/api/define-route";
import { apiKeyList, createApiKeyInput, createApiKeyResult } from "@/lib/api/schemas/people";
import { createApiKey, getApiKeys } from "@/lib/auth/api-keys";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/api-keys",
    summary: "Your API keys; for those who manage people, everybody's",
    permission: "api_keys:manage",
    page: "none",
    answer: apiKeyList,
  },
  async ({ db, viewer }) => ({ apiKeys: await getApiKeys(db, viewer), nextCursor: null }),
);

export const POST = defineRoute(
  {
    method: "POST",
    audit: "api_key.created",
    path: "/api/api-keys",
    summary: "Make an API key, for Authorization: Bearer; it is told this once",
    permission: "api_keys:manage",
    page: "none",
    body: createApiKeyInput,
    answer: createApiKeyResult,
    status: 201,
  },
  async ({ db, viewer, body }) => createApiKey(db, viewer, body, Date.now()),
);
