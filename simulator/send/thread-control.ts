import { GraphError, invalidParameter } from "../graph/graph-error";
import type { Page, Thread } from "../state/simulator-state";
import { holderOf, ownerOf } from "../state/threads";
import { emitInThread } from "../webhooks/emit-in-thread";
import type { World } from "../world";
import { heldElsewhere } from "./check-thread";

/** Meta's own inboxes, as apps. @see Meta docs: conversation-routing (fixed app ids) */
export const PAGE_INBOX_APP_ID = "263902037430900";
const INSTAGRAM_INBOX_APP_ID = "1217981644879628";

/** Gives the thread to an app, or with null to nobody, without telling anyone. */
export function setOwner(world: World, thread: Thread, appId: string | null): void {
  thread.ownerAppId = appId;
  thread.ownerSinceMs = world.clock.nowMs();
  thread.ownerExtendedToMs = 0;
  world.log.changed("thread");
}

/**
 * Hands the thread over and tells our app, if it is concerned: of a pass the new owner, of a take who lost the thread
 * and, with Conversation Routing, everybody.
 *
 * @see Meta docs: messaging_handovers
 */
export function handOver(
  world: World,
  page: Page,
  thread: Thread,
  given: { kind: "pass" | "take"; toAppId: string; metadata?: string },
): void {
  const { kind, toAppId, metadata = "" } = given;
  const previous = holderOf(thread, world.clock.nowMs());
  setOwner(world, thread, toAppId);
  const ourId = world.state.app.id;
  const isTold = kind === "pass" ? toAppId === ourId : previous === ourId || page.defaultAppId !== null;
  if (!isTold) return;
  const change = { previous_owner_app_id: previous, new_owner_app_id: toAppId, metadata };
  const content = kind === "pass" ? { pass_thread_control: change } : { take_thread_control: change };
  emitHandover(world, thread, content);
}

/** Another app asks for the thread; ours hears of it while it is the owner. */
export function requestFor(world: World, thread: Thread, appId: string, metadata = ""): void {
  if (ownerOf(world.state, thread, world.clock.nowMs()) !== world.state.app.id) return;
  emitHandover(world, thread, { request_thread_control: { requested_owner_app_id: appId, metadata } });
}

/** Handovers come to the app itself, never to look on. */
export function emitHandover(world: World, thread: Thread, content: Record<string, unknown>): void {
  const atMs = world.clock.stampMs();
  void emitInThread(world, thread, { field: "messaging_handovers", from: "person", atMs, content, isDirect: true });
}

/** Our app passes the thread on: only the owner may, anybody while nobody is. @throws {GraphError} 100/2018164, or held elsewhere */
export function passThread(world: World, page: Page, thread: Thread, toAppId: string, metadata?: string): void {
  checkPass(world, page, thread, toAppId);
  handOver(world, page, thread, { kind: "pass", toAppId, metadata });
}

/** @throws {GraphError} as `passThread` */
export function checkPass(world: World, page: Page, thread: Thread, toAppId: string): void {
  const inboxId = thread.channel === "instagram" ? INSTAGRAM_INBOX_APP_ID : PAGE_INBOX_APP_ID;
  if (toAppId !== inboxId && !page.subscribedApps.has(toAppId)) {
    throw invalidParameter("The app ID of the target app is wrong.", 2018164);
  }
  checkOwner(world, thread);
}

/**
 * Our app takes the thread: blocked while the Page has no default app, and for an app that is not the default one
 * unless the business allows it. What comes back then is unconfirmed.
 *
 * @throws {GraphError} 10/2018171, 10/2018321
 */
export function takeThread(world: World, page: Page, thread: Thread, metadata?: string): void {
  const { id } = world.state.app;
  const nowMs = world.clock.nowMs();
  const mayTake = page.defaultAppId === id || (page.defaultAppId !== null && page.allowsTake);
  if (!mayTake) {
    const text = "(#10) Only the default app of the Page can take thread control.";
    throw new GraphError(text, { code: 10, subcode: 2018171, status: 403 });
  }
  const refusal = heldElsewhere(thread, ownerOf(world.state, thread, nowMs) ?? "");
  if (refusal.details.subcode === 2018321) throw refusal;
  if (holderOf(thread, nowMs) !== id) handOver(world, page, thread, { kind: "take", toAppId: id, metadata });
}

/** Our app asks for the thread. Without a default app, who asks first for an idle thread has it. */
export function requestThread(world: World, thread: Thread): void {
  const { id } = world.state.app;
  if (ownerOf(world.state, thread, world.clock.nowMs()) === null) setOwner(world, thread, id);
  else world.log.remark("info", "thread_requested", "The app asked for a thread.", world.clock.nowMs(), thread.pageId);
}

/** Our app lets go of the thread. @throws {GraphError} held elsewhere */
export function releaseThread(world: World, thread: Thread): void {
  checkOwner(world, thread);
  setOwner(world, thread, null);
}

const MAX_EXTENSION_S = 604_800;

/** Our app holds the thread longer than the 24 hours. @throws {GraphError} 100 over seven days, or held elsewhere */
export function extendHold(world: World, thread: Thread, seconds: number): void {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > MAX_EXTENSION_S) {
    throw invalidParameter(`Param duration must be between 1 and ${MAX_EXTENSION_S}.`);
  }
  checkOwner(world, thread);
  if (thread.ownerAppId === null) setOwner(world, thread, world.state.app.id);
  thread.ownerExtendedToMs = world.clock.nowMs() + seconds * 1_000;
}

function checkOwner(world: World, thread: Thread): void {
  const ownerAppId = ownerOf(world.state, thread, world.clock.nowMs());
  if (ownerAppId !== null && ownerAppId !== world.state.app.id) throw heldElsewhere(thread, ownerAppId);
}
