import type { SubscribedApp } from "./subscriptions";

/** What a person may do on a Page, in Meta's words. */
export type PageTask = "ADVERTISE" | "ANALYZE" | "CREATE_CONTENT" | "MESSAGING" | "MODERATE" | "MANAGE";
export const ALL_TASKS: readonly PageTask[] = [
  "ADVERTISE",
  "ANALYZE",
  "CREATE_CONTENT",
  "MESSAGING",
  "MODERATE",
  "MANAGE",
];

/** A role on the app itself; without one, an app in development mode cannot be used. */
export type AppRole = "administrator" | "developer" | "tester";

export type GrantStatus = "granted" | "declined" | "expired";

export type Feature = "Business Asset User Profile Access" | "Human Agent";

export interface App {
  id: string;
  secret: string;
  name: string;
  mode: "live" | "development";
  requireProof: boolean;
  features: Set<Feature>;
}

export interface PageRole {
  tasks: PageTask[];
  /** Reached only through a business portfolio: listed only with `business_management`. */
  viaBusiness: boolean;
  /** Left out of `/me/accounts` although ticked: found only by its id, which `granular_scopes` names. */
  isUnlisted: boolean;
}

/** Somebody with a Facebook account who signs in to the desk; `id` is the app-scoped id (ASID), never a PSID. */
export interface User {
  id: string;
  name: string;
  email: string | null;
  about: string;
  appRole: AppRole | null;
  pages: Map<string, PageRole>;
  grants: Map<string, GrantStatus>;
  /** Pages ticked in the dialog. */
  grantedPages: Set<string>;
  /** Permissions that cover fewer Pages than were ticked. */
  narrowed: Map<string, Set<string>>;
  /** A system user of a business: has tokens, but never signs in. */
  isSystem: boolean;
  /** The first result page of their `/me/accounts` holds nothing, and a `next`. */
  accountsStartEmpty: boolean;
}

export interface Page {
  id: string;
  name: string;
  category: string;
  instagram: { id: string; username: string } | null;
  isRestricted: boolean;
  /** Apps installed on the Page, by app id. */
  subscribedApps: Map<string, SubscribedApp>;
  wasEverSubscribed: boolean;
  /** The Page switched our app off in its settings: nothing is sent, although the list of apps looks right. */
  isAppSwitchedOff: boolean;
  /** Who owns a thread nobody else holds; null: every app gets it. */
  defaultAppId: string | null;
  /** The business lets apps beside the default one take threads. */
  allowsTake: boolean;
  /** Meta let the Page ask for one-time notifications. */
  hasOneTime: boolean;
  /** What comes of the review of a new utility template. */
  templateReview: TemplateStatus;
}

export type TemplateStatus = "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";

/** A utility template of a Page. */
export interface MessageTemplate {
  id: string;
  pageId: string;
  name: string;
  language: string;
  category: string;
  parameterFormat: "POSITIONAL" | "NAMED";
  components: Array<Record<string, unknown>>;
  status: TemplateStatus;
  rejectedReason: string | null;
}

/** What a person agreed to be told once. */
export interface OneTimeToken {
  value: string;
  pageId: string;
  scopedId: string;
  /** The message that asked. */
  mid: string;
  payload: string;
  createdAtMs: number;
  spentAtMs: number | null;
}

/** A message of the app that Meta took, in order over all Pages. */
export interface AcceptedSend {
  number: number;
  atMs: number;
  pageId: string;
  psid: string;
  mid: string;
  text: string | null;
  metadata: string | null;
  messagingType: string | null;
  tag: string | null;
}

/** Somebody who writes to Pages. The id they have on each Page is a contact's, not theirs. */
export interface Person {
  key: string;
  index: number;
  firstName: string;
  lastName: string;
  name: string;
  locale: string;
  hue: number;
  appRole: AppRole | null;
}

export type Channel = "messenger" | "instagram";

export interface QuickReply {
  contentType: string;
  title: string;
  payload: string;
}

export interface ThreadMessage {
  mid: string;
  from: "person" | "page";
  /** The sending app; null when the person wrote. */
  appId: string | null;
  atMs: number;
  text: string | null;
  attachments: unknown[];
  quickReplies: QuickReply[];
  metadata: string | null;
  messagingType: string | null;
  tag: string | null;
  replyToMid: string | null;
  /** What the other side made of it: the person of what the Page said, the Page of what the person said. */
  reaction: string | null;
  editCount: number;
  isDeleted: boolean;
  /** A one-time notification request to which the person said yes. */
  isAgreedTo: boolean;
  deliveredAtMs: number | null;
  readAtMs: number | null;
}

/** One person on one Page and channel: the scoped id (PSID or IGSID) and everything said. */
export interface Thread {
  scopedId: string;
  channel: Channel;
  pageId: string;
  /** Page id, or the Instagram account's id: what the payloads call this side. */
  accountId: string;
  personKey: string;
  /** Last action of the person that opened the 24-hour window. */
  lastInboundAtMs: number | null;
  /** Last message of the person that came through an ad: keeps the window open for seven days. */
  lastAdAtMs: number | null;
  lastMessageAtMs: number | null;
  isBlocked: boolean;
  hasStarted: boolean;
  /** Thread owner; null while no app holds the thread, which lets any app answer. Ends by itself: see `ownerOf`. */
  ownerAppId: string | null;
  ownerSinceMs: number;
  /** Until when the owner had its hold extended. */
  ownerExtendedToMs: number;
  messages: ThreadMessage[];
  senderAction: { name: string; atMs: number } | null;
  /** When the Page last said that it had seen everything. */
  seenAtMs: number | null;
}

export interface AccessToken {
  value: string;
  kind: "USER" | "PAGE" | "SYSTEM_USER";
  /** The app it was made for: ours, but for a token of another app. */
  appId: string;
  userId: string;
  pageId: string | null;
  scopes: string[];
  issuedAtMs: number;
  /** 0: no expiry date. */
  expiresAtMs: number;
  /** Set once something killed the token: the subcode of error 190 and its message. */
  death: { subcode: number; message: string } | null;
}

export interface LoginCode {
  value: string;
  userId: string;
  redirectUri: string;
  issuedAtMs: number;
  isUsed: boolean;
}

export interface AppSubscription {
  object: string;
  callbackUrl: string;
  verifyToken: string;
  fields: Set<string>;
  /** Of the payloads, for every field: that of the call which last subscribed. */
  version: string;
  isActive: boolean;
}

export interface SavedAttachment {
  id: string;
  pageId: string;
  type: string;
  url: string;
  /** Where it may be sent. */
  channel: Channel;
  createdAtMs: number;
}

/** Everything the simulator knows; in memory only. */
export interface SimulatorState {
  app: App;
  users: Map<string, User>;
  pages: Map<string, Page>;
  people: Map<string, Person>;
  /** By scoped id. */
  threads: Map<string, Thread>;
  tokens: Map<string, AccessToken>;
  codes: Map<string, LoginCode>;
  /** App-level subscriptions, by object. */
  subscriptions: Map<string, AppSubscription>;
  attachments: Map<string, SavedAttachment>;
  /** Utility templates, by id. */
  templates: Map<string, MessageTemplate>;
  oneTimeTokens: Map<string, OneTimeToken>;
  accepted: AcceptedSend[];
}
