import type { RateLimitKind } from "../graph/rate-limits";
import { appendOutgoing, emitDelivery, emitEcho } from "../send/accept-send";
import type { Page, Thread, ThreadMessage } from "../state/simulator-state";
import { emitInThread } from "../webhooks/emit-in-thread";
import type { World } from "../world";

/** Meta's own inbox, as an app. */
export const PAGE_INBOX_APP_ID = "263902037430900";
export const OTHER_APP_ID = "990000000000001";

/** A Page, its people at Meta's inbox, and what Meta does to it. */
export interface PageHandle {
  readonly page: Page;
  inboxAnswers(psid: string, text: string): ThreadMessage;
  otherAppAnswers(psid: string, text: string, appId?: string): ThreadMessage;
  /** Gives the thread to an app (null: nobody's); the app that loses or gets it hears of the handover. */
  setThreadOwner(psid: string, appId: string | null): void;
  restrict(): void;
  unrestrict(): void;
  /** Refuses the Page's calls for so long on the virtual clock. */
  rateLimit(kind?: RateLimitKind, forMs?: number): void;
  liftRateLimit(): void;
  /** Page-level fields of the app, or null when it is not installed on the Page. */
  subscribedFields(): string[] | null;
  /** How the Page's notifications fare: failing since (Unix ms; null: they do not), and how many wait for a retry. */
  delivery(): { failingSinceMs: number | null; waiting: number };
  /** Switches the app off in the Page's settings. */
  unsubscribe(): void;
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
  const restrict = (isRestricted: boolean) => {
    page.isRestricted = isRestricted;
    log.remark(
      "warn",
      "page_restriction",
      `${page.name} ${isRestricted ? "may not" : "may"} send.`,
      clock.nowMs(),
      page.id,
    );
    log.changed("pages");
  };
  return {
    page,
    inboxAnswers: (psid, text) => answer(psid, text, PAGE_INBOX_APP_ID),
    otherAppAnswers: (psid, text, appId = OTHER_APP_ID) => answer(psid, text, appId),
    setThreadOwner: (psid, appId) => setThreadOwner(world, getThreadOf(world, page, psid), appId),
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
  };
}

function setThreadOwner(world: World, thread: Thread, appId: string | null): void {
  const previous = thread.ownerAppId;
  const atMs = world.clock.stampMs();
  const isTaken = appId !== null && appId !== world.state.app.id;
  const change = { previous_owner_app_id: previous, new_owner_app_id: appId, metadata: "" };
  const content = isTaken ? { take_thread_control: change } : { pass_thread_control: change };
  // Told on the messaging channel, so before a new owner moves the thread to standby.
  thread.ownerAppId = null;
  if (appId !== null) void emitInThread(world, thread, { field: "messaging_handovers", from: "person", atMs, content });
  thread.ownerAppId = appId;
  world.log.changed("thread");
}

function getThreadOf(world: World, page: Page, psid: string): Thread {
  const thread = world.state.threads.get(psid);
  if (thread === undefined || thread.pageId !== page.id) throw new Error(`Nobody has the id ${psid} on ${page.name}.`);
  return thread;
}
