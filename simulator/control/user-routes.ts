import type { UserHandle } from "../people/user-handle";
import { TOKEN_DEATH_CAUSES } from "../state/access-tokens";
import { SIGNED_REQUEST_KINDS } from "../state/signed-callbacks";
import type { PageRole } from "../state/simulator-state";
import { ALL_TASKS } from "../state/simulator-state";
import type { ControlRoute } from "./control-routes";
import {
  type ControlInput,
  choice,
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalText,
  text,
} from "./read-input";

const CALLBACKS = ["deauthorize", "data-deletion"] as const;

/** `/users/{user}/…`: what those who sign in do at Facebook, and the tokens they have. */
export const USER_ROUTES: readonly ControlRoute[] = [
  {
    method: "POST",
    path: /^\/users$/,
    run: (simulator, input) => {
      const { id, name } = simulator.addUser({
        name: text(input, "name"),
        id: optionalText(input, "id"),
        pageIds: optionalList(input, "pageIds"),
      });
      return { user: { id, name } };
    },
  },
  {
    method: "POST",
    path: /^\/system-users$/,
    run: (simulator, input) => {
      const { id, name } = simulator.addSystemUser({
        name: text(input, "name"),
        id: optionalText(input, "id"),
        pageIds: optionalList(input, "pageIds"),
        permissions: optionalList(input, "permissions"),
      });
      const token = simulator.user(id).issuesSystemToken({ expiresInMs: optionalNumber(input, "expiresInMs") });
      return { user: { id, name }, accessToken: token.value };
    },
  },
  onUser("kill-tokens", (user, input) => ({ killed: user.killTokens(choice(input, "cause", TOKEN_DEATH_CAUSES)) })),
  onUser("remove-app", (user, input) => user.removesApp(choice(input, "signedRequest", SIGNED_REQUEST_KINDS))),
  onUser("remove-permission", (user, input) =>
    user.removesPermission(text(input, "permission"), choice(input, "status", ["declined", "expired"])),
  ),
  onUser("narrow-permission", (user, input) =>
    user.narrowsPermission(text(input, "permission"), optionalList(input, "pageIds") ?? []),
  ),
  onUser("lose-role", (user, input) => user.losesRole(text(input, "pageId"))),
  onUser("regain-role", (user, input) => user.regainsRole(text(input, "pageId"), readRole(input))),
  onUser("data-deletion", (user) => user.asksForDataDeletion()),
  onUser("call-back", (user, input) =>
    user.callsBack(
      choice(input, "callback", CALLBACKS) ?? "deauthorize",
      choice(input, "kind", [...SIGNED_REQUEST_KINDS, "repeat"]),
    ),
  ),
  onUser("grant", (user, input) => {
    const token = user.grants({
      permissions: optionalList(input, "permissions"),
      pageIds: optionalList(input, "pageIds"),
    });
    return { accessToken: token.value };
  }),
  onUser("page-token", (user, input) => {
    const token = user.issuesPageToken(text(input, "pageId"), {
      permissions: optionalList(input, "permissions"),
      appId: optionalText(input, "appId"),
    });
    return { accessToken: token.value };
  }),
];

function onUser(action: string, run: (user: UserHandle, input: ControlInput) => unknown): ControlRoute {
  const path = new RegExp(`^/users/([^/]+)/${action}$`);
  return { method: "POST", path, run: (simulator, input, [name = ""]) => run(simulator.user(name), input) };
}

/** @throws Error for a task that does not exist */
function readRole(input: ControlInput): Partial<PageRole> {
  const wanted = optionalList(input, "tasks");
  const unknown = wanted?.find((name) => !ALL_TASKS.some((task) => task === name));
  if (unknown !== undefined) throw new Error(`"tasks" must be of ${ALL_TASKS.join(", ")}.`);
  const viaBusiness = optionalFlag(input, "viaBusiness");
  const isUnlisted = optionalFlag(input, "isUnlisted");
  return {
    ...(wanted === undefined ? {} : { tasks: ALL_TASKS.filter((task) => wanted.includes(task)) }),
    ...(viaBusiness === undefined ? {} : { viaBusiness }),
    ...(isUnlisted === undefined ? {} : { isUnlisted }),
  };
}
