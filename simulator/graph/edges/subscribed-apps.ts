import { isMessageField, PAGE_FIELDS } from "../../state/subscriptions";
import type { World } from "../../world";
import { authenticate, holdsTask, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { checkPageRate } from "../rate-limits";

/**
 * `/{page-id}/subscribed_apps`: read, install with fields, or uninstall. POST replaces the whole list.
 *
 * @see https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps
 */
export function subscribedApps(world: World, request: GraphRequest): GraphAnswer {
  const { state, log, clock } = world;
  const caller = requirePageToken(authenticate(world, request), request.segments[0] ?? "me");
  const { page } = caller;
  checkPageRate(world, page);
  if (!mayUse(world, caller, "pages_manage_metadata") || !mayUse(world, caller, "pages_show_list")) {
    throw new GraphError("(#200) Requires pages_manage_metadata permission to manage the object", {
      code: 200,
      status: 403,
    });
  }
  if (request.method === "GET") {
    const data = [...page.subscribedApps.values()].map((app) => ({
      category: "Business",
      link: `${world.origin}/`,
      name: app.name,
      id: app.id,
      subscribed_fields: [...app.fields],
    }));
    return { body: { data } };
  }
  if (!holdsTask(caller, "CREATE_CONTENT", "MANAGE", "MODERATE")) {
    throw new GraphError(
      "(#200) User does not have sufficient administrative permission for this action on this page",
      {
        code: 200,
        status: 403,
      },
    );
  }
  if (request.method === "DELETE") {
    page.subscribedApps.delete(state.app.id);
    log.remark("warn", "page_unsubscribed", `${page.name} no longer sends to the app.`, clock.nowMs(), page.id);
    log.changed("pages");
    return { body: { success: true } };
  }
  const fields = request.params.list("subscribed_fields");
  if (fields.length === 0) throw invalidParameter("The parameter subscribed_fields is required.");
  for (const [index, field] of fields.entries()) {
    if (PAGE_FIELDS.includes(field)) continue;
    throw invalidParameter(`Param subscribed_fields[${index}] must be one of {${PAGE_FIELDS.join(", ")}}`);
  }
  const refused =
    mayUse(world, caller, "pages_messaging") && holdsTask(caller, "MESSAGING") ? [] : fields.filter(isMessageField);
  if (refused.length > 0) {
    const lines = refused.map(
      (field) => `To subscribe to the ${field} field, one of these permissions is needed: pages_messaging.`,
    );
    throw new GraphError(`(#200) ${lines.join(" \n")}`, { code: 200, status: 403 });
  }
  const isFirst = !page.wasEverSubscribed;
  page.wasEverSubscribed = true;
  page.subscribedApps.set(state.app.id, { id: state.app.id, name: state.app.name, fields: new Set(fields) });
  world.queue.forgive(page.id);
  log.remark("info", "page_subscribed", `${page.name} now sends ${fields.length} fields.`, clock.nowMs(), page.id);
  log.changed("pages");
  return { body: { success: true }, afterAnswer: () => world.onPageSubscribed(page.id, isFirst) };
}
