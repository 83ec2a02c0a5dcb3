import type { User } from "../../state/simulator-state";
import type { World } from "../../world";
import type { Caller } from "../authenticate";
import { mayUse } from "../authenticate";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { selectFields } from "../select-fields";

/** `GET /me` with a user token: the app-scoped id and the name; the e-mail address only if granted. */
export function getUser(world: World, request: GraphRequest, caller: Caller, user: User): GraphAnswer {
  const [firstName = "", ...rest] = user.name.split(" ");
  const url = `${world.origin}/_simulator/avatars/${user.id}.png`;
  const node = {
    id: user.id,
    name: user.name,
    first_name: firstName,
    last_name: rest.join(" "),
    email: mayUse(world, caller, "email") ? user.email : null,
    picture: { data: { height: 50, width: 50, is_silhouette: false, url } },
  };
  return { body: selectFields(node, { fields: request.params.text("fields"), defaults: ["name"], type: "User" }) };
}
