import { TALK, type Talker, type TalkLine } from "../seed/talk";
import type { Thread } from "../state/simulator-state";
import { getThread } from "../state/threads";
import type { World } from "../world";
import { says, type Utterance } from "./person-actions";

export interface Play {
  /** Default: every Page that sends to the app. */
  pageIds?: string[];
  /** Between two lines; default from the settings. */
  intervalMs?: number;
  /** Before the first line. */
  startAfterMs?: number;
  maxLines?: number;
}

/**
 * Lets the seeded people write their lines, spread over time and mixed as in a real shop: everybody's first line,
 * then everybody's second. Goes on where they stopped, and starts anew once all is said. Answers how many lines
 * will come.
 */
export function playTalk(world: World, { pageIds, intervalMs, startAfterMs = 0, maxLines }: Play = {}): number {
  const { state, clock, settings } = world;
  const isWanted = (pageId: string) =>
    pageIds?.includes(pageId) ?? state.pages.get(pageId)?.subscribedApps.has(state.app.id) === true;
  const talkers = TALK.filter(({ pageId, key }) => isWanted(pageId) && state.people.has(key));
  const unsaid = toTurns(talkers).filter((turn) => !isSaid(world, turn));
  const turns = (unsaid.length > 0 ? unsaid : toTurns(talkers)).slice(0, maxLines);
  for (const [index, turn] of turns.entries()) {
    clock.after(startAfterMs + index * (intervalMs ?? settings.playIntervalMs), () => {
      const thread = findThread(world, turn);
      if (thread !== null) says(world, thread, toUtterance(world, turn.line));
    });
  }
  return turns.length;
}

interface Turn {
  key: string;
  pageId: string;
  line: TalkLine;
}

function toTurns(talkers: Talker[]): Turn[] {
  const rounds = Math.max(0, ...talkers.map(({ lines }) => lines.length));
  return Array.from({ length: rounds }, (_, round) =>
    talkers.flatMap(({ key, pageId, lines }) => {
      const line = lines[round];
      return line === undefined ? [] : [{ key, pageId, line }];
    }),
  ).flat();
}

function isSaid(world: World, turn: Turn): boolean {
  const { text, attachments } = toUtterance(world, turn.line);
  const said = findThread(world, turn)?.messages ?? [];
  return said.some((message) =>
    text === undefined
      ? JSON.stringify(message.attachments) === JSON.stringify(attachments)
      : message.from === "person" && message.text === text,
  );
}

function findThread({ state }: World, { key, pageId }: Turn): Thread | null {
  const person = state.people.get(key);
  const page = state.pages.get(pageId);
  return person === undefined || page === undefined ? null : getThread(state, person, page);
}

function toUtterance(world: World, line: TalkLine): Utterance {
  if (typeof line === "string") return { text: line };
  return { attachments: [{ type: "image", payload: { url: `${world.origin}/_simulator/media/${line.image}.png` } }] };
}
