import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";
import { GraphError, GraphUnavailableError, graphErrorBody } from "./graph-error";

/** What Meta knows of a token (Meta docs: debug_token). */
export type TokenInfo = {
  isValid: boolean;
  /** `USER`, `PAGE`, `SYSTEM_USER`, `APP`, or what Meta calls it. */
  type: string;
  appId: string;
  /** Whose it is: an ASID. */
  userId: string | null;
  /** Of a Page's token: the Page. */
  profileId: string | null;
  /** Null: Meta names no end. */
  expiresAtMs: number | null;
  scopes: string[];
  /** Which Pages a permission covers; null: all of them. */
  granularScopes: { scope: string; targetIds: string[] | null }[];
  /** Why it is not valid. */
  error: { code: number; subcode: number | null } | null;
};

const text = z.coerce.string();
const debugTokenBody = z.object({
  data: z.object({
    is_valid: z.boolean().catch(false),
    type: z.string().catch(""),
    app_id: text.optional(),
    user_id: text.optional(),
    profile_id: text.optional(),
    expires_at: z.coerce.number().optional(),
    scopes: z.array(z.string()).catch([]),
    granular_scopes: z.array(z.object({ scope: z.string(), target_ids: z.array(text).optional() })).catch([]),
    error: z.object({ code: z.coerce.number(), subcode: z.coerce.number().optional() }).optional(),
  }),
});
const batchBody = z.array(z.object({ code: z.number(), body: z.string() }).nullable()).length(1);

/**
 * Asks Meta about a token. By way of a batch, so that the token travels in the body and stands in no URL
 * (Meta docs: batch requests).
 * @throws {GraphError} when Graph says no
 * @throws {GraphUnavailableError} when there is no answer that can be read
 */
export async function inspectToken(graph: GraphClient, token: string): Promise<TokenInfo> {
  const operation = { method: "GET", relative_url: `debug_token?input_token=${encodeURIComponent(token)}` };
  const [answer] = await graph.call({
    method: "POST",
    path: "",
    token: graph.appToken,
    form: { batch: JSON.stringify([operation]), include_headers: "false" },
    answer: batchBody,
  });
  if (!answer) throw unreadable();
  const body = parseJson(answer.body);
  const refusal = graphErrorBody.safeParse(body);
  if (refusal.success) throw new GraphError(refusal.data.error, { httpStatus: answer.code, usage: {} });
  const found = debugTokenBody.safeParse(body);
  if (!found.success) throw unreadable();
  return toTokenInfo(found.data.data);
}

function toTokenInfo(data: z.infer<typeof debugTokenBody>["data"]): TokenInfo {
  return {
    isValid: data.is_valid,
    type: data.type,
    appId: data.app_id ?? "",
    userId: data.user_id ?? null,
    profileId: data.profile_id ?? null,
    // 0 stands for "never".
    expiresAtMs: data.expires_at ? data.expires_at * 1000 : null,
    scopes: data.scopes,
    granularScopes: data.granular_scopes.map(({ scope, target_ids }) => ({ scope, targetIds: target_ids ?? null })),
    error: data.error ? { code: data.error.code, subcode: data.error.subcode ?? null } : null,
  };
}

/** Says nothing of what was read: it may hold the token. */
function unreadable(): GraphUnavailableError {
  return new GraphUnavailableError("Facebook's answer about a token could not be read.", { mayHaveArrived: true });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
