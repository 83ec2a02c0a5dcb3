import { defineRoute } from "@/lib/api/define-route";
import { apiKeyParams } from "@/lib/api/schemas/params";
import { endApiKey } from "@/lib/auth/api-keys";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "api_key.revoked",
    path: "/api/api-keys/{apiKeyId}",
    summary: "Revoke an API key; it ends with the next request",
    permission: "api_keys:manage",
    page: "none",
    params: apiKeyParams,
    answer: null,
  },
  async ({ db, viewer, params }) => endApiKey(db, viewer, params.apiKeyId, Date.now()),
);
