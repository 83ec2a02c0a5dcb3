import "server-only";
import type { Db } from "@/lib/db/db";
import { type AcceptedNotification, recordNotifications } from "@/lib/notifications/notification-queries";

type Waiting = { notification: AcceptedNotification; resolve: (id: number) => void; reject: (error: unknown) => void };

/**
 * Stores notifications so that those which arrive in the same turn of the event loop share one transaction and one
 * fsync. That is what makes `synchronous=FULL` affordable (docs/decisions/001-one-process-group-commit.md).
 */
export class GroupCommit {
  #waiting: Waiting[] = [];

  constructor(
    private readonly db: Db,
    private readonly onCommitted: () => void,
  ) {}

  /** Resolves with the row id when the notification is on disk; rejects when it could not be stored. */
  store(notification: AcceptedNotification): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ notification, resolve, reject }) === 1) setImmediate(() => this.#commit());
    });
  }

  #commit(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      const ids = recordNotifications(
        this.db,
        batch.map(({ notification }) => notification),
      );
      for (const [index, { resolve }] of batch.entries()) resolve(ids[index] as number);
      this.onCommitted();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
