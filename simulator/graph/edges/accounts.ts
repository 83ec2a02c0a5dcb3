import { hasScope, issuePageToken } from "../../state/access-tokens";
import { coversPage } from "../../state/page-coverage";
import type { AccessToken, Page, User } from "../../state/simulator-state";
import type { World } from "../../world";
import { authenticate } from "../authenticate";
import { GraphError } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { paginate } from "../paginate";
import { selectFields } from "../select-fields";
import { toPageNode } from "./page-node";

/**
 * `/me/accounts`: the Pages the person manages and ticked in the dialog, each with its token. Without
 * `pages_show_list` the list is empty rather than an error.
 */
export function listAccounts(world: World, request: GraphRequest): GraphAnswer {
  const caller = authenticate(world, request);
  if (caller.kind !== "USER") {
    throw new GraphError("(#100) Tried accessing nonexisting field (accounts) on node type (Page)", { code: 100 });
  }
  const { token, user } = caller;
  const listed = visiblePages(world, token, user).filter(({ isUnlisted }) => !isUnlisted);
  const nodes = listed.map(({ page, tasks }) =>
    selectFields(
      {
        ...toPageNode(world, page),
        access_token: issuePageToken(world.state, world.clock, token, page.id).value,
        tasks,
      },
      {
        fields: request.params.text("fields"),
        defaults: ["access_token", "category", "category_list", "name", "tasks"],
        type: "Page",
      },
    ),
  );
  const maxLimit = world.settings.accountsPageSize;
  const startsEmpty = user.accountsStartEmpty;
  return { body: paginate(world, request, nodes, { maxLimit, path: `${user.id}/accounts`, startsEmpty }) };
}

/** Pages this user token may see; those owned by a business need `business_management` too. */
export function visiblePages(
  world: World,
  token: AccessToken,
  user: User,
): Array<{ page: Page; tasks: string[]; isUnlisted: boolean }> {
  const { state } = world;
  if (!hasScope(state, token, "pages_show_list")) return [];
  return [...user.pages].flatMap(([pageId, role]) => {
    const page = state.pages.get(pageId);
    if (page === undefined || !coversPage(user, "pages_show_list", pageId)) return [];
    if (role.viaBusiness && !hasScope(state, token, "business_management")) return [];
    return [{ page, tasks: role.tasks, isUnlisted: role.isUnlisted }];
  });
}
