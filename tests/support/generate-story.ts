import fc from "fast-check";
import type { EventKind } from "@/lib/messenger/messaging-event";
import { parseJson } from "@/lib/messenger/parse-json";
import { fillSample } from "@/lib/messenger/samples/fill-sample";
import type { Sample } from "@/lib/messenger/samples/sample";
import { ATTACHMENT_SAMPLES, SAMPLES } from "@/lib/messenger/samples/samples";
import { NOON } from "./build-notification";
import { toAnswer } from "./generate-answers";

/** One item Meta would send, with the place it stands in. */
export type StoryEvent = {
  /** What was meant to happen, for counting what was tried. */
  action: string;
  object: Sample["object"];
  entryId: string;
  channel: Sample["channel"];
  /** JSON of the item. */
  item: string;
  atMs: number;
  /** `entry[].time` where it means something: the item has no time of its own. Null: any will do, as it does at Meta. */
  entryTime: number | null;
  /** Mid of what it brings into the thread. */
  brings: string | null;
  /** Mids of what it is about. */
  about: readonly string[];
};

export type Person = { object: Sample["object"]; pageId: string; entryId: string; psid: string };

/** Two Pages, one of them with an Instagram account; the same id on two Pages is two people. */
export const PEOPLE: readonly [Person, ...Person[]] = [
  { object: "page", pageId: "200000000000001", entryId: "200000000000001", psid: "7000000000000001" },
  { object: "instagram", pageId: "200000000000001", entryId: "17841490000000001", psid: "9100000000000001" },
  { object: "page", pageId: "200000000000002", entryId: "200000000000002", psid: "7000000000000001" },
];

/** What one side of a conversation did, as far as later events can be about it. */
export type Said = {
  mid: string;
  isFromPage: boolean;
  /** Tapped rather than written: it cannot be edited or taken back. */
  isTapped: boolean;
  edits: number;
  isUnsent: boolean;
  event: StoryEvent;
};

/** More says and answers than all the rest, as in life; but whatever can meet something else is frequent. */
const ACTIONS = [
  ...["say", "say", "say", "attachment", "echo", "echo", "echo", "postback"],
  ...["edit", "edit", "edit", "reaction", "reaction", "reaction", "unsend", "unsend"],
  ...["delivery", "delivery", "read", "read", "standby", "standby", "pass", "take", "other", "other", "other"],
] as const;
export type Action = (typeof ACTIONS)[number];

/** Small numbers only, so that what fails is made smaller quickly: `toStory` gives them their meaning. */
export type Move = { action: number; person: number; gap: number; pick: number; isLost: boolean };

const GAPS_MS = [1, 0, 0, 2, 1000, 60_000];
const KINDS = Object.keys(SAMPLES) as EventKind[];
const ATTACHMENTS = Object.values(ATTACHMENT_SAMPLES).flat();

/** What happens in one to `most` steps. */
export function someMoves(most: number): fc.Arbitrary<Move[]> {
  const move = fc.record({
    action: fc.nat(ACTIONS.length - 1),
    person: fc.nat(PEOPLE.length - 1),
    gap: fc.nat(GAPS_MS.length - 1),
    pick: fc.nat(9_999),
    // What never arrives: what is about it then waits for good.
    isLost: fc.integer({ min: 0, max: 9 }).map((n) => n === 9),
  });
  return fc.array(move, { minLength: 1, maxLength: most, size: "max" });
}

/** Events that fit together, in order of their platform time: an edit is of a message that was said before. */
export function toStory(moves: readonly Move[]): StoryEvent[] {
  const said = PEOPLE.map((): Said[] => []);
  const story: StoryEvent[] = [];
  let atMs = NOON;
  for (const [index, move] of moves.entries()) {
    atMs += GAPS_MS[move.gap % GAPS_MS.length] as number;
    const person = PEOPLE[move.person % PEOPLE.length] as Person;
    const ofPerson = said[move.person % PEOPLE.length] as Said[];
    const action = ACTIONS[move.action % ACTIONS.length] as Action;
    const event = toEvent(action, { person, said: ofPerson, atMs, pick: move.pick, suffix: `_e${index}` });
    // A guest of the chat plugin has no id: nothing later can be about what they said.
    const isTheirs = event.action !== "standby" && event.item.includes(person.psid);
    if (event.brings !== null && isTheirs) ofPerson.push(toSaid(event.brings, event));
    if (!move.isLost) story.push(event);
  }
  return story;
}

export type Scene = { person: Person; said: Said[]; atMs: number; pick: number; suffix: string };

function toEvent(action: Action, scene: Scene): StoryEvent {
  const { said, pick } = scene;
  switch (action) {
    case "say":
      return fromSample(action, SAMPLES.message, scene);
    case "attachment":
      return fromSample(action, ATTACHMENTS, scene);
    case "echo":
      return fromSample(action, SAMPLES.echo, scene);
    case "postback":
      return fromSample(action, SAMPLES.postback, scene);
    case "pass":
      return fromSample(action, SAMPLES.pass_thread_control, scene);
    case "take":
      return fromSample(action, SAMPLES.take_thread_control, scene);
    case "other": {
      const kind = KINDS[pick % KINDS.length] as EventKind;
      // A message is taken back once, and has one edit of a number: these are of messages that never come.
      const isOfNothing = kind === "unsend" || kind === "edit";
      return fromSample(action, SAMPLES[kind], { ...scene, pick: pick >> 4, ...(isOfNothing ? { said: [] } : {}) });
    }
    case "standby": {
      const copied = said.filter(({ event }) => event.channel === "messaging").at(pick % 3);
      return copied ? { ...copied.event, action, channel: "standby" } : fromSample("say", SAMPLES.message, scene);
    }
    default: {
      const answer = toAnswer(action, scene);
      if (answer === null) return fromSample("echo", SAMPLES.echo, scene);
      const { object, entryId } = scene.person;
      const { item, about } = answer;
      const rest = { atMs: scene.atMs, entryTime: null, brings: null, about };
      return { action, object, entryId, channel: "messaging", item: JSON.stringify(item), ...rest };
    }
  }
}

/** A sample of the person's own side of the platform, if there is one. */
function fromSample(action: string, samples: readonly Sample[], scene: Scene): StoryEvent {
  const { person, said, atMs, pick, suffix } = scene;
  const { object, entryId, psid } = person;
  const fitting = samples.filter((sample) => sample.object === object);
  const sample = (fitting.length > 0 ? fitting : samples)[pick % (fitting.length || samples.length)] as Sample;
  const ofSide = (isFromPage: boolean) => said.filter((one) => one.isFromPage === isFromPage).at(pick % 2)?.mid;
  const item = fillSample(sample, {
    entryId,
    psid,
    atMs,
    suffix,
    ...(ofSide(true) === undefined ? {} : { pageMid: ofSide(true) as string }),
    ...(ofSide(false) === undefined ? {} : { personMid: ofSide(false) as string }),
  });
  const isChange = sample.channel === "changes";
  const isTimeless = isChange || !item.includes('"timestamp":');
  const entryTime = isTimeless ? (isChange ? Math.floor(atMs / 1000) : atMs + 100) : null;
  const brings = isChange ? null : findMid(item);
  return { action, object, entryId, channel: sample.channel, item, atMs, entryTime, brings, about: [] };
}

type Item = { message?: { mid?: unknown; is_echo?: unknown; is_deleted?: unknown }; postback?: { mid?: unknown } };

/** Mid of what an item brings into the thread. */
function findMid(item: string): string | null {
  const { message, postback } = parseJson(item) as Item;
  const mid = typeof message === "object" && message?.is_deleted !== true ? message?.mid : postback?.mid;
  return typeof mid === "string" ? mid : null;
}

function toSaid(mid: string, event: StoryEvent): Said {
  const isFromPage = event.item.includes('"is_echo":true');
  return { mid, isFromPage, isTapped: event.item.includes('"postback":'), edits: 0, isUnsent: false, event };
}
