import { revokeApp, revokePermission } from "../../state/revoke";
import type { World } from "../../world";
import { authenticate } from "../authenticate";
import { GraphError } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";

/** `/me/permissions`: what the person granted and declined; DELETE takes one permission or the whole app back. */
export async function permissions(world: World, request: GraphRequest): Promise<GraphAnswer> {
  const caller = authenticate(world, request);
  if (caller.kind !== "USER") {
    throw new GraphError("(#100) This method must be called with a user access token.", { code: 100 });
  }
  if (request.method === "DELETE") {
    const permission = request.segments[2] ?? request.params.text("permission");
    if (permission === undefined) revokeApp(world, caller.user);
    else revokePermission(world, caller.user, permission);
    return { body: { success: true } };
  }
  const data = [...caller.user.grants].map(([permission, status]) => ({ permission, status }));
  return { body: { data } };
}
