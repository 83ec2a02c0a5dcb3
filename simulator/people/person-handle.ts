import type { Thread, ThreadMessage } from "../state/simulator-state";
import type { World } from "../world";
import * as actions from "./person-actions";

/** A person on one Page and channel, to be made to do things. Actions answer at once; await `settled()` for their effect. */
export interface PersonHandle {
  /** PSID on this Page (or IGSID). */
  readonly psid: string;
  readonly thread: Thread;
  /** Unix ms on the simulator's clock. */
  nowMs(): number;
  says(text: string, more?: Omit<actions.Utterance, "text">): ThreadMessage;
  sends(...attachments: actions.Attachment[]): ThreadMessage;
  sendsImage(name?: string): ThreadMessage;
  /** A quick reply the Page offered, by its title. */
  taps(title: string): ThreadMessage;
  postback(title: string, payload: string, referral?: Record<string, unknown>): void;
  reacts(reaction: string | null, given?: { mid?: string; emoji?: string }): void;
  edits(text: string, mid?: string): void;
  unsends(mid?: string): void;
  reads(): void;
  followsLink(ref: string, source?: string): void;
  optsIn(optin: Record<string, unknown>): void;
  /** Taps "Notify me" on what the Page asked; answers the token the app gets. */
  agreesToNotification(mid?: string): string;
  blocks(): void;
  unblocks(): void;
  /** What the Page last said, or null. */
  lastReceived(): string | null;
  received(): ThreadMessage[];
}

export function toPersonHandle(world: World, thread: Thread): PersonHandle {
  const received = () => thread.messages.filter((message) => message.from === "page");
  return {
    psid: thread.scopedId,
    thread,
    nowMs: () => world.clock.nowMs(),
    says: (text, more = {}) => actions.says(world, thread, { ...more, text }),
    sends: (...attachments) => actions.says(world, thread, { attachments }),
    sendsImage: (name = "photo") =>
      actions.says(world, thread, {
        attachments: [{ type: "image", payload: { url: `${world.origin}/_simulator/media/${name}.png` } }],
      }),
    taps: (title) => actions.tapsQuickReply(world, thread, title),
    postback: (title, payload, referral) => actions.tapsPostback(world, thread, { title, payload, referral }),
    reacts: (reaction, given = {}) => actions.reacts(world, thread, { ...given, reaction }),
    edits: (text, mid) => actions.edits(world, thread, { text, mid }),
    unsends: (mid) => actions.unsends(world, thread, { mid }),
    reads: () => actions.reads(world, thread),
    followsLink: (ref, source) => actions.followsLink(world, thread, { ref, source }),
    optsIn: (optin) => actions.optsIn(world, thread, optin),
    agreesToNotification: (mid) => actions.agreesToNotification(world, thread, { mid }),
    blocks: () => actions.blocks(world, thread, true),
    unblocks: () => actions.blocks(world, thread, false),
    lastReceived: () => received().at(-1)?.text ?? null,
    received,
  };
}
