import { TALK, type TalkLine } from "../seed/talk";
import { getThread } from "../state/threads";
import type { World } from "../world";
import { says, type Utterance } from "./person-actions";

/**
 * Lets the seeded people write their lines, spread over time and mixed as in a real shop: everybody's first line,
 * then everybody's second. Without Page ids, on every Page that sends to the app. Answers how many lines will come.
 */
export function playTalk(
  world: World,
  { pageIds, intervalMs, maxLines }: { pageIds?: string[]; intervalMs?: number; maxLines?: number } = {},
): number {
  const { state, clock, settings } = world;
  const isWanted = (pageId: string) =>
    pageIds?.includes(pageId) ?? state.pages.get(pageId)?.subscribedApps.has(state.app.id) === true;
  const talkers = TALK.filter(({ pageId }) => isWanted(pageId));
  const rounds = Math.max(0, ...talkers.map(({ lines }) => lines.length));
  const turns = Array.from({ length: rounds }, (_, round) =>
    talkers.flatMap(({ key, pageId, lines }) => {
      const line = lines[round];
      return line === undefined ? [] : [{ key, pageId, line }];
    }),
  )
    .flat()
    .slice(0, maxLines);
  for (const [index, { key, pageId, line }] of turns.entries()) {
    clock.after(index * (intervalMs ?? settings.playIntervalMs), () => {
      const person = state.people.get(key);
      const page = state.pages.get(pageId);
      if (person !== undefined && page !== undefined)
        says(world, getThread(state, person, page), toUtterance(world, line));
    });
  }
  return turns.length;
}

function toUtterance(world: World, line: TalkLine): Utterance {
  if (typeof line === "string") return { text: line };
  return { attachments: [{ type: "image", payload: { url: `${world.origin}/_simulator/media/${line.image}.png` } }] };
}
