import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { insertDeliveryError } from "@/lib/delivery-errors/delivery-error-queries";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { sendTextResponse } from "@/lib/graph/send-api";
import { statusByReceipts } from "@/lib/inbox/apply-receipt";
import { Changes } from "@/lib/inbox/changes";
import { findMessageState, type MessageState, updateOutgoing } from "@/lib/inbox/message-queries";
import { settleAsSent } from "@/lib/inbox/settle-as-sent";
import { findThreadById, type ThreadState } from "@/lib/inbox/thread-queries";
import { log } from "@/lib/log";
import { toErrorCause } from "@/lib/messenger/error-catalogue";
import { findDeath } from "@/lib/pages/find-death";
import { noteRefusal } from "@/lib/pages/note-refusal";
import { noteSent } from "@/lib/pages/note-sent";
import { recordLastSent } from "@/lib/pages/page-lookup-queries";
import { toPageProblem } from "@/lib/pages/page-problems";
import { findPage } from "@/lib/pages/page-queries";
import { findPageToken } from "@/lib/pages/page-token";
import { deleteFromOutbox, findNextQueued, listInterrupted, markSending, type Queued } from "./outbox-queries";

const MAX_IN_FLIGHT = 16;
const RETRY_MS = 1_000;

type Failure = {
  code: number | null;
  subcode: number | null;
  type: string | null;
  fbtraceId: string | null;
  httpStatus: number | null;
  unanswered: "not_sent" | "unknown_outcome" | "not_tried" | null;
  message: string;
};

const NO_ANSWER = { code: null, subcode: null, type: null, fbtraceId: null, httpStatus: null };

/** Sends what is queued: several conversations at once, within one in order. */
export class OutboxWorker {
  readonly #inFlight = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly graph: GraphClient,
    private readonly publish: (changes: Changes) => void,
    /** Asks for a look at a Page: Meta refused something that says it is not well. */
    private readonly checkSoon: (pageId: string) => void,
  ) {}

  /** Call it once before anything is sent: what was under way when the process ended has an unknown outcome. */
  recover(): void {
    for (const messageId of listInterrupted(this.db)) {
      const message = "The desk was stopped while this was being sent.";
      this.#fail(messageId, { ...NO_ANSWER, unanswered: "unknown_outcome", message });
    }
  }

  /** There may be something to send. Cheap. */
  wake(): void {
    clearTimeout(this.#timer);
    while (!this.#isStopped && this.#inFlight.size < MAX_IN_FLIGHT) {
      const queued = this.#claim();
      if (!queued) return;
      const sending = this.#send(queued).finally(() => {
        this.#inFlight.delete(sending);
        this.wake();
      });
      this.#inFlight.add(sending);
    }
  }

  /** Starts nothing more. What is under way is found at the next start. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #claim(): Queued | undefined {
    try {
      const queued = findNextQueued(this.db);
      if (!queued) return undefined;
      this.#inTransaction((changes) => {
        markSending(this.db, queued.messageId, Date.now());
        const message = findMessageState(this.db, queued.messageId) as MessageState;
        updateOutgoing(this.db, { ...message, status: "sending" });
        changes.updatedMessages.add(message.id);
      });
      return queued;
    } catch (error) {
      log.error({ err: error }, "the outbox could not be read; trying again soon");
      this.#timer = setTimeout(() => this.wake(), RETRY_MS).unref();
      return undefined;
    }
  }

  async #send(queued: Queued): Promise<void> {
    const outcome = await this.#attempt(queued);
    // Whatever came of it must not be forgotten: while the database cannot be written, it is tried again.
    while (!this.#isStopped) {
      try {
        if (typeof outcome === "string") this.#settle(queued, outcome);
        else this.#fail(queued.messageId, outcome);
        return;
      } catch (error) {
        log.error(
          { err: error, messageId: queued.messageId },
          "the outcome of a send could not be written; trying again",
        );
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  /** @returns the mid, or what went wrong */
  async #attempt({ pageId, psid, text, sendKey }: Queued): Promise<string | Failure> {
    try {
      const refusal = await this.#refuse(pageId);
      if (refusal !== null) return refusal;
      const pageToken = await findPageToken(this.db, pageId);
      if (pageToken === null) {
        const message = "The Page is not linked, so there is no token to send with.";
        return { ...NO_ANSWER, unanswered: "not_sent", message };
      }
      return await sendTextResponse(this.graph, { pageId, pageToken, psid, text, metadata: sendKey });
    } catch (error) {
      if (error instanceof GraphError) {
        const { publish, checkSoon } = this;
        await noteRefusal(this.db, pageId, error, { publish, checkSoon });
      }
      return toFailure(error);
    }
  }

  /** With a token that is known to be dead nothing is tried; should it live again, the look asked for here finds out. */
  async #refuse(pageId: string): Promise<Failure | null> {
    const page = await findPage(this.db, pageId);
    if (page?.tokenStatus !== "invalid") return null;
    this.checkSoon(pageId);
    const { title, detail } = toPageProblem(findDeath(page.problems));
    return { ...NO_ANSWER, unanswered: "not_tried", message: `Not sent. ${title}: ${detail}` };
  }

  #settle({ messageId, pageId }: Queued, mid: string): void {
    this.#inTransaction((changes) => {
      deleteFromOutbox(this.db, messageId);
      const message = findMessageState(this.db, messageId);
      if (!message) return;
      recordLastSent(this.db, message.pageId, Date.now());
      const thread = findThreadById(this.db, message.conversationId) as ThreadState;
      const status = statusByReceipts(this.db, thread, { mid, sentMs: message.sentMs }, changes);
      settleAsSent(this.db, message, { mid, status }, changes);
    });
    if (!noteSent(this.db, pageId, Date.now())) return;
    const changes = new Changes();
    changes.pages.add(pageId);
    this.publish(changes);
  }

  #fail(messageId: number, failure: Failure): void {
    this.#inTransaction((changes) => {
      deleteFromOutbox(this.db, messageId);
      const message = findMessageState(this.db, messageId);
      // Its echo came first: whatever went wrong with the answer, the message went out.
      if (!message || message.mid !== null) return;
      const { pageId, conversationId } = message;
      const deliveryErrorId = insertDeliveryError(this.db, {
        ...failure,
        atMs: Date.now(),
        pageId,
        conversationId,
        messageId,
        operation: "send_message",
        cause: toErrorCause(failure),
        status: "open",
      });
      const status = failure.unanswered === "unknown_outcome" ? "unconfirmed" : "failed";
      updateOutgoing(this.db, { ...message, status, deliveryErrorId });
      changes.updatedMessages.add(messageId);
      changes.deliveryErrors.add(deliveryErrorId);
    });
  }

  #inTransaction(work: (changes: Changes) => void): void {
    const changes = new Changes();
    inTransaction(this.db, () => work(changes));
    this.publish(changes);
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof GraphError) {
    const { code, subcode, type, fbtraceId, httpStatus, message } = error;
    return { code, subcode, type, fbtraceId, httpStatus, message, unanswered: null };
  }
  if (error instanceof GraphUnavailableError) {
    const unanswered = error.mayHaveArrived ? "unknown_outcome" : "not_sent";
    return { ...NO_ANSWER, unanswered, message: error.message };
  }
  // A fault of ours, somewhere around the request: better say that we do not know than send it twice.
  log.error({ err: error }, "sending a message failed unexpectedly");
  return { ...NO_ANSWER, unanswered: "unknown_outcome", message: "Something went wrong in the desk while sending." };
}
