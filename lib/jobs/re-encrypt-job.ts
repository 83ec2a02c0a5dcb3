import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { encrypt, encryptedPrefix, tryDecrypt } from "@/lib/encryption";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { recordUnreadableToken } from "@/lib/pages/token-owner-queries";
import { ENCRYPTED_COLUMNS, ENCRYPTED_OWNER } from "./encrypted-owner";
import {
  type EncryptedColumn,
  type EncryptedRow,
  listEncryptedOtherwise,
  replaceEncrypted,
} from "./re-encrypt-queries";

const AT_ONCE = 25;
const RETRY_MS = 60_000;

/**
 * After a new `ENCRYPTION_KEY` was put in front: encrypts every stored token anew with it, a few at a time, once a
 * start. When it is through, the old key may be taken away. A token that no key fits leaves its Page without one.
 */
export class ReEncryptJob {
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  readonly #done = { renewed: 0, unreadable: 0 };
  readonly #left = [...ENCRYPTED_COLUMNS];
  #afterId = "";

  constructor(
    private readonly db: Db,
    private readonly keys: readonly string[],
    private readonly publish: (changes: Changes) => void,
  ) {}

  start(): void {
    this.#timer ??= setImmediate(() => this.#run());
  }

  /** What is left is done at the next start. */
  stop(): void {
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
  }

  #run(): void {
    this.#timer = undefined;
    try {
      const [column] = this.#left;
      if (column === undefined) {
        this.#tell();
        return;
      }
      if (!this.#renewSome(column)) {
        this.#left.shift();
        this.#afterId = "";
      }
      this.start();
    } catch (error) {
      log.error({ err: error }, "stored tokens could not be encrypted anew; trying again in a minute");
      this.#timer = setTimeout(() => this.#run(), RETRY_MS).unref();
    }
  }

  /** @returns whether there may be more */
  #renewSome(column: EncryptedColumn): boolean {
    const range = { prefix: encryptedPrefix(this.keys), afterId: this.#afterId, limit: AT_ONCE };
    const rows = listEncryptedOtherwise(this.db, column, range);
    const changes = new Changes();
    inTransaction(this.db, () => {
      for (const row of rows) this.#renew(column, row, changes);
    });
    this.publish(changes);
    this.#afterId = rows.at(-1)?.id ?? "";
    return rows.length === AT_ONCE;
  }

  #renew(column: EncryptedColumn, row: EncryptedRow, changes: Changes): void {
    const owner = ENCRYPTED_OWNER[column](row.id);
    const token = tryDecrypt(row.value, owner, this.keys);
    if (token !== null) {
      replaceEncrypted(this.db, column, row, encrypt(token, owner, this.keys));
      this.#done.renewed += 1;
      return;
    }
    this.#done.unreadable += 1;
    // Without its consent a person is asked for it again; a Page has to say what it lacks; a one-time token fails when it is used.
    if (column === "pages" && recordUnreadableToken(this.db, row.id, Date.now())) changes.pages.add(row.id);
  }

  #tell(): void {
    const { renewed, unreadable } = this.#done;
    if (renewed > 0) log.info({ renewed }, "stored tokens are encrypted with the first ENCRYPTION_KEY now");
    if (unreadable > 0) log.warn({ unreadable }, "no ENCRYPTION_KEY fits some stored tokens; they stay, unused");
  }
}
