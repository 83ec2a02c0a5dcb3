import "server-only";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import {
  eraseTraces,
  isFromBefore,
  listConversationIdsOf,
  listMessagesToErase,
} from "@/lib/inbox/erase-conversation-queries";
import { log } from "@/lib/log";
import { redactPerson } from "@/lib/notifications/redact-person";
import { findRedactedMs, isSearchableUpTo, listNotificationsNaming } from "@/lib/notifications/redact-person-queries";
import { listInstagramAccounts } from "@/lib/pages/page-lookup-queries";
import {
  type DeletionRequest,
  type ErasureSubject,
  endDeletionRequest,
  findOpenDeletionRequest,
  updateSubject,
} from "./deletion-request-queries";
import { eraseRest, eraseWithFiles } from "./erase-contents";
import { detachConversations } from "./erase-person";
import { SearchCleaning } from "./search-cleaning";

/** Work in one turn of the event loop: whatever else arrives does not wait longer than this, and one notification. */
const TURN_MS = 10;
const AT_ONCE = 20;
const WAIT_MS = 250;
const REST_MS = 20;
const RETRY_MS = 5_000;

type InHand = {
  request: DeletionRequest;
  entryIds: string[] | null;
  phase: "waiting" | "payloads" | "messages";
  afterId: number;
};

/**
 * Forgets people, one after the other and a little at a time: their events in what Meta sent, then their messages, then
 * their conversations; and when nobody is left, their words in the searches. What is done is gone, so after a restart it
 * goes on with what is left.
 */
export class ErasureJob {
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #inHand: InHand | null = null;
  /** Of those nothing is left but their words in the searches. */
  #erased: DeletionRequest[] = [];
  #cleaning: SearchCleaning | null = null;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly publish: (changes: Changes) => void,
  ) {}

  /** There may be somebody to forget. Cheap. */
  wake(): void {
    if (!this.#isStopped) this.#timer ??= setImmediate(() => this.#run());
  }

  /** Whether it gets on with something; false while it waits for what is not interpreted yet, too. */
  get isAtWork(): boolean {
    return this.#erased.length > 0 || (this.#inHand !== null && this.#inHand.phase !== "waiting");
  }

  /** Ends for now; the next start goes on. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
  }

  #run(): void {
    this.#timer = undefined;
    try {
      this.#inHand ??= takeUp(this.db, this.#erased);
      if (this.#inHand === null) {
        this.#cleanSome();
        return;
      }
      if (this.#inHand.phase === "waiting" && !this.#begin(this.#inHand)) {
        this.#timer = setTimeout(() => this.#run(), WAIT_MS).unref();
        return;
      }
      if (this.#eraseSome(this.#inHand)) this.#inHand = null;
      this.wake();
    } catch (error) {
      const databaseUnavailable = isDatabaseUnavailable(error);
      log.error({ err: error, databaseUnavailable }, "forgetting a person was held up; trying again soon");
      this.#inHand = null;
      this.#cleaning = null;
      this.#timer = setTimeout(() => this.#run(), RETRY_MS).unref();
    }
  }

  /** Once all that was there at the time is understood. @returns false while it is not */
  #begin(inHand: InHand): boolean {
    const { code, subject } = inHand.request;
    if (!isSearchableUpTo(this.db, subject.untilId)) return false;
    const changes = new Changes();
    inTransaction(this.db, () => {
      const late = listLate(this.db, subject);
      if (late.length === 0) return;
      detachConversations(this.db, late, Date.now(), changes);
      subject.conversationIds.push(...late);
      updateSubject(this.db, code, subject);
    });
    this.publish(changes);
    inHand.phase = "payloads";
    return true;
  }

  /** @returns whether nothing is left */
  #eraseSome(inHand: InHand): boolean {
    const untilMs = performance.now() + TURN_MS;
    while (performance.now() < untilMs) {
      if (inHand.phase === "payloads") {
        if (!this.#redactNext(inHand, untilMs)) inHand.phase = "messages";
      } else if (!this.#eraseNext(inHand)) {
        this.#erased.push(inHand.request);
        this.#cleaning = null;
        return true;
      }
    }
    return false;
  }

  /** @returns whether there may be more */
  #redactNext(inHand: InHand, untilMs: number): boolean {
    const { subject } = inHand.request;
    const { personId, untilId } = subject;
    const range = { personId, afterId: inHand.afterId, untilId, limit: AT_ONCE };
    return inTransaction(this.db, () => {
      const ids = listNotificationsNaming(this.db, range);
      for (const id of ids) {
        this.#redact(inHand, id);
        inHand.afterId = id;
        if (performance.now() > untilMs) break;
      }
      return ids.length > 0;
    });
  }

  #redact({ request: { subject }, entryIds }: InHand, notificationId: number): void {
    const mids = redactPerson(this.db, notificationId, { personId: subject.personId, entryIds }, Date.now());
    for (const conversationId of subject.conversationIds) {
      for (const mid of mids) eraseTraces(this.db, conversationId, mid);
    }
  }

  /** @returns whether there may be more */
  #eraseNext(inHand: InHand): boolean {
    const [conversationId] = inHand.request.subject.conversationIds;
    if (conversationId === undefined) return false;
    return inTransaction(this.db, () => {
      const messages = listMessagesToErase(this.db, conversationId, AT_ONCE);
      for (const message of messages) {
        // The search knows only the beginning of very large payloads.
        if (message.notificationId !== null) this.#redactMissed(inHand, message.notificationId);
        eraseWithFiles(this.db, conversationId, message);
      }
      if (messages.length === 0 && eraseRest(this.db, conversationId)) inHand.request.subject.conversationIds.shift();
      return true;
    });
  }

  #redactMissed(inHand: InHand, notificationId: number): void {
    const redactedMs = findRedactedMs(this.db, notificationId);
    if (redactedMs === null || redactedMs < inHand.request.requestedMs) this.#redact(inHand, notificationId);
  }

  /** Once for all who are forgotten at a time: the whole search is written anew. */
  #cleanSome(): void {
    if (this.#erased.length === 0) return;
    this.#cleaning ??= new SearchCleaning(this.db);
    if (this.#cleaning.isMore(TURN_MS)) {
      this.#timer = setTimeout(() => this.#run(), REST_MS).unref();
      return;
    }
    const codes = this.#erased.map(({ code }) => code);
    inTransaction(this.db, () => {
      for (const code of codes) endDeletionRequest(this.db, code, Date.now());
    });
    // What was changed is in the log of changes too, until that begins anew.
    this.db.$client.pragma("wal_checkpoint(TRUNCATE)");
    this.#erased = [];
    this.#cleaning = null;
  }
}

function takeUp(db: Db, erased: readonly DeletionRequest[]): InHand | null {
  const request = findOpenDeletionRequest(
    db,
    erased.map(({ code }) => code),
  );
  if (!request) return null;
  const { pageId } = request.subject;
  const entryIds = pageId === null ? null : [pageId, ...listAccountsOf(db, pageId)];
  return { request, entryIds, phase: "waiting", afterId: 0 };
}

function listAccountsOf(db: Db, pageId: string): string[] {
  return listInstagramAccounts(db)
    .filter((account) => account.pageId === pageId)
    .map(({ accountId }) => accountId);
}

/** Conversations begun by what had come, and was not understood yet, when the person was to be forgotten. */
function listLate(db: Db, { personId: psid, pageId, untilId }: ErasureSubject): number[] {
  return listConversationIdsOf(db, { psid, pageId }).filter((id) => isFromBefore(db, id, untilId));
}
