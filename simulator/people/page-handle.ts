import type { RateLimitKind } from "../graph/rate-limits";
import { appendOutgoing, emitDelivery, emitEcho } from "../send/accept-send";
import { emitHandover, handOver, PAGE_INBOX_APP_ID, requestFor, setOwner } from "../send/thread-control";
import { killTokens, type TokenDeathCause } from "../state/access-tokens";
import type { Page, TemplateStatus, Thread, ThreadMessage } from "../state/simulator-state";
import { MESSAGING_FIELDS } from "../state/subscriptions";
import { findThreadOf, holderOf, ownerOf } from "../state/threads";
import type { World } from "../world";
import { reviewTemplate } from "./review-template";

export const OTHER_APP_ID = "990000000000001";
const OTHER_APP_NAME = "Chat Helper";

/** A Page, its people at Meta's inbox, and what Meta does to it. */
export interface PageHandle {
  readonly page: Page;
  /** Somebody answers in Meta's inbox, which takes the thread if the Page has a default app. */
  inboxAnswers(psid: string, text: string): ThreadMessage;
  otherAppAnswers(psid: string, text: string, appId?: string): ThreadMessage;
  /** Gives the thread to an app (null: nobody's); the app that loses or gets it hears of the handover. */
  setThreadOwner(psid: string, appId: string | null): void;
  /** The other app asks for the thread; ours hears of it while it is the owner. */
  otherAppRequests(psid: string, appId?: string): void;
  /** The business lets apps beside the default one take threads. */
  allowTake(isAllowed: boolean): void;
  /** Meta lets the Page ask for one-time notifications, or no longer does. */
  allowOneTime(isAllowed: boolean): void;
  /** What comes of the review of new utility templates. */
  setTemplateReview(status: TemplateStatus): void;
  /** Meta decides about a template that is there, in every language, and tells the app. @throws Error for an unknown name */
  reviewTemplate(name: string, status: TemplateStatus, reason?: string): void;
  restrict(): void;
  unrestrict(): void;
  /** Refuses the Page's calls for so long on the virtual clock. */
  rateLimit(kind?: RateLimitKind, forMs?: number): void;
  liftRateLimit(): void;
  /** Page-level fields of the app, or null when it is not installed on the Page. */
  subscribedFields(): string[] | null;
  /** How the Page's notifications fare: failing since (Unix ms; null: they do not), and how many wait for a retry. */
  delivery(): { failingSinceMs: number | null; waiting: number };
  /** Takes the app off the Page without a word. */
  unsubscribe(): void;
  /** Somebody else changes which fields the Page sends to the app; the app hears nothing of it. */
  setFields(fields: readonly string[]): void;
  /** The Page's own setting: switched off, nothing is sent although the list of apps looks right. */
  switchApp(isOn: boolean): void;
  /** Another app on the Page, listed in `subscribed_apps`; answers its id. */
  installApp(given?: { id?: string; name?: string; fields?: readonly string[] }): string;
  removeApp(appId?: string): void;
  /** Who owns threads that nobody holds: with another app, ours hears of them on `standby` and may not answer. */
  setDefaultApp(appId: string | null): void;
  /** Links the Instagram account, or with null unlinks it. */
  linkInstagram(account: { id: string; username: string } | null): void;
  /** Kills the tokens of this Page only, of whoever made them; answers how many. */
  killTokens(cause?: TokenDeathCause): number;
}

const HOUR_MS = 3_600_000;

export function toPageHandle(world: World, page: Page): PageHandle {
  const { state, clock, log } = world;
  const answer = (psid: string, text: string, appId: string) => {
    const thread = getThreadOf(world, page, psid);
    const plain = {
      attachments: [],
      quickReplies: [],
      metadata: null,
      messagingType: null,
      tag: null,
      replyToMid: null,
    };
    const message = appendOutgoing(world, thread, { ...plain, appId, text });
    void emitEcho(world, thread, message);
    void emitDelivery(world, thread, message);
    return message;
  };
  const tell = (code: string, text: string) => {
    log.remark("warn", code, text, clock.nowMs(), page.id);
    log.changed("pages");
  };
  const restrict = (isRestricted: boolean) => {
    page.isRestricted = isRestricted;
    tell("page_restriction", `${page.name} ${isRestricted ? "may not" : "may"} send.`);
  };
  return {
    page,
    inboxAnswers: (psid, text) => {
      const thread = getThreadOf(world, page, psid);
      const isTheirs = ownerOf(state, thread, clock.nowMs()) === PAGE_INBOX_APP_ID;
      const takes = page.defaultAppId !== null && !isTheirs;
      if (takes) handOver(world, page, thread, { kind: "take", toAppId: PAGE_INBOX_APP_ID });
      return answer(psid, text, PAGE_INBOX_APP_ID);
    },
    otherAppAnswers: (psid, text, appId = OTHER_APP_ID) => answer(psid, text, appId),
    setThreadOwner: (psid, appId) => setThreadOwner(world, getThreadOf(world, page, psid), appId),
    otherAppRequests: (psid, appId = OTHER_APP_ID) => requestFor(world, getThreadOf(world, page, psid), appId),
    allowTake: (isAllowed) => {
      page.allowsTake = isAllowed;
      tell("take_control", `${page.name} ${isAllowed ? "lets" : "does not let"} every app take threads.`);
    },
    allowOneTime: (isAllowed) => {
      page.hasOneTime = isAllowed;
      tell("one_time", `${page.name} ${isAllowed ? "may" : "may not"} ask for one-time notifications.`);
    },
    setTemplateReview: (status) => {
      page.templateReview = status;
      tell("template_review", `New templates of ${page.name} become ${status}.`);
    },
    reviewTemplate: (name, status, reason) => reviewTemplate(world, page, { name, status, reason }),
    restrict: () => restrict(true),
    unrestrict: () => restrict(false),
    rateLimit: (kind = "messenger", forMs = HOUR_MS) => world.rates.block(page.id, kind, clock.nowMs() + forMs),
    liftRateLimit: () => world.rates.unblock(page.id),
    subscribedFields: () => {
      const app = page.subscribedApps.get(state.app.id);
      return app === undefined ? null : [...app.fields];
    },
    delivery: () => ({
      failingSinceMs: world.queue.failingSinceMs(page.id),
      waiting: world.queue.waitingCount(page.id),
    }),
    unsubscribe: () => {
      page.subscribedApps.delete(state.app.id);
      log.changed("pages");
    },
    setFields: (fields) => {
      const { id, name } = state.app;
      page.subscribedApps.set(id, { id, name, fields: new Set(fields) });
      log.changed("pages");
    },
    switchApp: (isOn) => {
      page.isAppSwitchedOff = !isOn;
      tell("app_switch", `${page.name} switched the app ${isOn ? "on" : "off"} in its settings.`);
    },
    installApp: ({ id = OTHER_APP_ID, name = OTHER_APP_NAME, fields = MESSAGING_FIELDS } = {}) => {
      page.subscribedApps.set(id, { id, name, fields: new Set(fields) });
      tell("other_app", `${name} is on ${page.name} too.`);
      return id;
    },
    removeApp: (appId = OTHER_APP_ID) => {
      page.subscribedApps.delete(appId);
      if (page.defaultAppId === appId) page.defaultAppId = null;
      tell("other_app", `The app ${appId} is no longer on ${page.name}.`);
    },
    setDefaultApp: (appId) => {
      page.defaultAppId = appId;
      tell("default_app", `${appId ?? "No app"} is the default app of ${page.name}.`);
    },
    linkInstagram: (account) => {
      page.instagram = account;
      log.changed("pages");
    },
    killTokens: (cause = "expired") => {
      const count = killTokens(state, clock, cause, (token) => token.pageId === page.id);
      tell("tokens_died", `${count} tokens of ${page.name} died (${cause}).`);
      return count;
    },
  };
}

function setThreadOwner(world: World, thread: Thread, appId: string | null): void {
  const previous = holderOf(thread, world.clock.nowMs());
  setOwner(world, thread, appId);
  if (appId === null) return;
  const change = { previous_owner_app_id: previous, new_owner_app_id: appId, metadata: "" };
  const isTaken = appId !== world.state.app.id;
  emitHandover(world, thread, isTaken ? { take_thread_control: change } : { pass_thread_control: change });
}

function getThreadOf(world: World, page: Page, psid: string): Thread {
  const thread = findThreadOf(world.state, page, psid);
  if (thread === null) throw new Error(`Nobody has the id ${psid} on ${page.name}.`);
  return thread;
}
