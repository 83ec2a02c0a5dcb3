import type { Thread } from "../../state/simulator-state";
import type { World } from "../../world";
import type { Caller } from "../authenticate";
import { mayUse } from "../authenticate";
import { GraphError, noSuchObject } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { selectFields } from "../select-fields";

/**
 * `GET /{psid}`: name and picture of somebody who wrote to this Page. Before they wrote, or without the feature
 * "Business Asset User Profile Access", the answer is an empty object.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/identity/user-profile
 */
export function getUserProfile(world: World, request: GraphRequest, caller: Caller, thread: Thread): GraphAnswer {
  if (caller.kind !== "PAGE" || caller.page.id !== thread.pageId) throw noSuchObject(thread.scopedId);
  if (!mayUse(world, caller, "pages_messaging")) {
    throw new GraphError("(#230) Requires pages_messaging permission to manage the object", { code: 230, status: 403 });
  }
  const person = world.state.people.get(thread.personKey);
  if (person === undefined) throw noSuchObject(thread.scopedId);
  const mayKnow = world.state.app.features.has("Business Asset User Profile Access") && thread.hasStarted;
  if (!mayKnow) return { body: {} };
  const picture = `${world.origin}/_simulator/avatars/${encodeURIComponent(person.key)}.png`;
  const messenger = {
    id: thread.scopedId,
    first_name: person.firstName,
    last_name: person.lastName,
    name: person.name,
    profile_pic: picture,
    locale: mayUse(world, caller, "pages_user_locale") ? person.locale : null,
    timezone: null,
    gender: null,
  };
  const instagram = {
    id: thread.scopedId,
    name: person.name,
    username: person.key.replaceAll("-", "."),
    profile_pic: picture,
    follower_count: 100 + person.index,
    is_user_follow_business: true,
    is_business_follow_user: false,
    is_verified_user: false,
  };
  const fields = request.params.text("fields");
  const body =
    thread.channel === "messenger"
      ? selectFields(messenger, { fields, defaults: ["first_name", "last_name", "profile_pic"], type: "User" })
      : selectFields(instagram, { fields, defaults: ["name", "username", "profile_pic"], type: "IGUser" });
  return { body };
}
