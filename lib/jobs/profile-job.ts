import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { getProfile } from "@/lib/graph/user-profile";
import { Changes } from "@/lib/inbox/changes";
import {
  type FoundProfile,
  listWithoutProfile,
  recordProfiles,
  type WithoutProfile,
} from "@/lib/inbox/profile-queries";
import { log } from "@/lib/log";
import { toDeadTokenFault } from "@/lib/messenger/token-fault";
import { noteRefusal } from "@/lib/pages/note-refusal";
import { findPageToken } from "@/lib/pages/page-token";

const AT_ONCE = 4;
const RETRY_MS = 30_000;

/** Asks Meta for the names of people who wrote for the first time: a few at once, behind everything else. */
export class ProfileJob {
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isWanted = false;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly graph: GraphClient,
    private readonly publish: (changes: Changes) => void,
    private readonly checkSoon: (pageId: string) => void,
  ) {}

  /** There may be somebody new. Cheap. */
  wake(): void {
    this.#isWanted = true;
    if (!this.#isRunning && !this.#isStopped && this.#timer === undefined) void this.#run();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      while (this.#isWanted && !this.#isStopped) {
        this.#isWanted = false;
        for (;;) {
          const people = listWithoutProfile(this.db, AT_ONCE);
          if (people.length === 0 || this.#isStopped) break;
          this.#record(await Promise.all(people.map((person) => this.#ask(person))));
        }
      }
    } catch (error) {
      const level = error instanceof GraphUnavailableError ? "warn" : "error";
      log[level]({ err: error }, "names of people could not be read; trying again later");
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.wake();
      }, RETRY_MS).unref();
    } finally {
      this.#isRunning = false;
    }
  }

  #record(profiles: FoundProfile[]): void {
    if (this.#isStopped) return;
    recordProfiles(this.db, profiles, Date.now());
    const changes = new Changes();
    for (const { conversationId } of profiles) changes.conversations.add(conversationId);
    this.publish(changes);
  }

  /** Whatever Meta's reason to say no, the name is unknown and the inbox stays usable (Meta docs: User Profile API). */
  async #ask({ id, pageId, psid, channel }: WithoutProfile): Promise<FoundProfile> {
    const unknown = { conversationId: id, displayName: null, pictureUrl: null };
    const pageToken = await findPageToken(this.db, pageId);
    if (pageToken === null) return unknown;
    try {
      const { name, pictureUrl } = await getProfile(this.graph, { psid, pageToken, channel });
      return { conversationId: id, displayName: name, pictureUrl };
    } catch (error) {
      if (!(error instanceof GraphError) || error.isTransient) throw error;
      const { publish, checkSoon } = this;
      if (toDeadTokenFault(error.code, error.subcode))
        await noteRefusal(this.db, pageId, error, { publish, checkSoon });
      return unknown;
    }
  }
}
