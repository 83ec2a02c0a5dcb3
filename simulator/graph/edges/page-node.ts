import { issuePageToken } from "../../state/access-tokens";
import type { Page } from "../../state/simulator-state";
import type { World } from "../../world";
import type { Caller } from "../authenticate";
import { noSuchObject } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { checkPageRate } from "../rate-limits";
import { selectFields } from "../select-fields";
import { visiblePages } from "./accounts";

/** A Page with every field that can be asked for. */
export function toPageNode(world: World, page: Page): Record<string, unknown> {
  const url = `${world.origin}/_simulator/avatars/${page.id}.png`;
  return {
    id: page.id,
    name: page.name,
    category: page.category,
    category_list: [{ id: `155${page.id.slice(3)}`, name: page.category }],
    picture: { data: { height: 50, width: 50, is_silhouette: false, url } },
    link: `${world.origin}/${page.id}`,
    username: page.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ""),
    instagram_business_account: page.instagram,
    // Which routing rules the Page follows (Meta docs: Conversation Routing).
    messaging_feature_status: {
      hop_v2: page.defaultAppId !== null,
      msgr_multi_app: page.subscribedApps.size > 1,
      ig_multi_app: false,
    },
    tasks: null,
    access_token: null,
  };
}

/** `GET /{page-id}`: with the Page's own token, or with the token of a person who ticked it. */
export function getPage(world: World, request: GraphRequest, caller: Caller, page: Page): GraphAnswer {
  const node = toPageNode(world, page);
  if (caller.kind === "PAGE") {
    if (caller.page.id !== page.id) throw noSuchObject(page.id);
    checkPageRate(world, page);
    node.access_token = caller.token.value;
  }
  if (caller.kind === "USER") {
    const visible = visiblePages(world, caller.token, caller.user).find((item) => item.page.id === page.id);
    if (visible === undefined) throw noSuchObject(page.id);
    node.access_token = issuePageToken(world.state, world.clock, caller.token, page.id).value;
    node.tasks = visible.tasks;
  }
  const fields = request.params.text("fields");
  return { body: selectFields(node, { fields, defaults: ["name"], type: "Page" }) };
}
