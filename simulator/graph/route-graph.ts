import type { World } from "../world";
import { authenticate } from "./authenticate";
import { exchangeAccessToken } from "./edges/access-token";
import { listAccounts } from "./edges/accounts";
import { appSubscriptions } from "./edges/app-subscriptions";
import { listConversations } from "./edges/conversations";
import { debugToken } from "./edges/debug-token";
import { permissions } from "./edges/me-permissions";
import { uploadAttachment } from "./edges/message-attachments";
import { messageTemplates } from "./edges/message-templates";
import { sendMessage } from "./edges/messages";
import { getPage } from "./edges/page-node";
import { subscribedApps } from "./edges/subscribed-apps";
import {
  extendThreadControl,
  passThreadControl,
  releaseThreadControl,
  requestThreadControl,
  secondaryReceivers,
  takeThreadControl,
  threadOwner,
} from "./edges/thread-control";
import { getUser } from "./edges/user-node";
import { getUserProfile } from "./edges/user-profile";
import { GraphError, noSuchObject } from "./graph-error";
import type { GraphAnswer, GraphHandler, GraphRequest } from "./graph-request";

interface Route {
  /** The name faults and the log know the call by. */
  operation: string;
  methods: string[];
  /** `*` stands for one id; a trailing `?` for a part that may be missing. */
  pattern: string;
  handle: GraphHandler;
}

const ROUTES: Route[] = [
  { operation: "access_token", methods: ["GET", "POST"], pattern: "oauth/access_token", handle: exchangeAccessToken },
  { operation: "debug_token", methods: ["GET"], pattern: "debug_token", handle: debugToken },
  { operation: "permissions", methods: ["GET", "DELETE"], pattern: "*/permissions/?", handle: permissions },
  { operation: "accounts", methods: ["GET"], pattern: "*/accounts", handle: listAccounts },
  {
    operation: "subscribed_apps",
    methods: ["GET", "POST", "DELETE"],
    pattern: "*/subscribed_apps",
    handle: subscribedApps,
  },
  {
    operation: "subscriptions",
    methods: ["GET", "POST", "DELETE"],
    pattern: "*/subscriptions",
    handle: appSubscriptions,
  },
  { operation: "thread_owner", methods: ["GET"], pattern: "*/thread_owner", handle: threadOwner },
  { operation: "secondary_receivers", methods: ["GET"], pattern: "*/secondary_receivers", handle: secondaryReceivers },
  { operation: "pass_thread_control", methods: ["POST"], pattern: "*/pass_thread_control", handle: passThreadControl },
  { operation: "take_thread_control", methods: ["POST"], pattern: "*/take_thread_control", handle: takeThreadControl },
  {
    operation: "request_thread_control",
    methods: ["POST"],
    pattern: "*/request_thread_control",
    handle: requestThreadControl,
  },
  {
    operation: "release_thread_control",
    methods: ["POST"],
    pattern: "*/release_thread_control",
    handle: releaseThreadControl,
  },
  {
    operation: "extend_thread_control",
    methods: ["POST"],
    pattern: "*/extend_thread_control",
    handle: extendThreadControl,
  },
  {
    operation: "message_templates",
    methods: ["GET", "POST", "DELETE"],
    pattern: "*/message_templates",
    handle: messageTemplates,
  },
  { operation: "conversations", methods: ["GET"], pattern: "*/conversations", handle: listConversations },
  { operation: "messages", methods: ["POST"], pattern: "*/messages", handle: sendMessage },
  { operation: "message_attachments", methods: ["POST"], pattern: "*/message_attachments", handle: uploadAttachment },
  { operation: "me", methods: ["GET"], pattern: "me", handle: getNode },
  { operation: "node", methods: ["GET"], pattern: "*", handle: getNode },
];

/** The operation of a path, and what answers it. An unknown path has a handler too: it refuses. */
export function findRoute(
  world: World,
  method: string,
  segments: string[],
): { operation: string; handle: GraphHandler } {
  const fitting = ROUTES.filter(({ pattern }) => isMatch(pattern.split("/"), segments));
  const route = fitting.find(({ methods }) => methods.includes(method));
  if (route === undefined) return { operation: fitting[0]?.operation ?? "unknown", handle: refuse };
  const isProfile = route.operation === "node" && world.state.threads.has(segments[0] ?? "");
  return { operation: isProfile ? "profile" : route.operation, handle: route.handle };
}

function isMatch(pattern: string[], segments: string[]): boolean {
  const required = pattern.filter((part) => part !== "?");
  if (segments.length < required.length || segments.length > pattern.length) return false;
  return required.every((part, index) => part === "*" || part === segments[index]);
}

/** `GET /{id}`: a Page, the person signed in, somebody who writes, or the app. */
function getNode(world: World, request: GraphRequest): GraphAnswer {
  const id = request.segments[0] ?? "";
  const caller = authenticate(world, request);
  const { state } = world;
  if (id === "me") {
    if (caller.kind === "APP") {
      throw new GraphError("An active access token must be used to query information about the current user.", {
        code: 2500,
      });
    }
    return caller.kind === "PAGE"
      ? getPage(world, request, caller, caller.page)
      : getUser(world, request, caller, caller.user);
  }
  if (id === state.app.id) return { body: { id, name: state.app.name, category: "Business" } };
  const page = state.pages.get(id);
  if (page !== undefined) return getPage(world, request, caller, page);
  const thread = state.threads.get(id);
  if (thread !== undefined) return getUserProfile(world, request, caller, thread);
  if (caller.kind === "USER" && caller.user.id === id) return getUser(world, request, caller, caller.user);
  throw noSuchObject(id, request.method);
}

function refuse(world: World, request: GraphRequest): GraphAnswer {
  const [first = "", ...rest] = request.segments;
  if (rest.length > 0) {
    authenticate(world, request);
    throw new GraphError(`Unknown path components: /${rest.join("/")}`, { code: 2500 });
  }
  throw noSuchObject(first, request.method);
}
