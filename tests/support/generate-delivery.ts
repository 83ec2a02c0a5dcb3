import fc from "fast-check";
import { parseJson } from "@/lib/messenger/parse-json";
import type { StoryEvent } from "./generate-story";

/** How one event of a story arrives: when, again or not, and in which company. Small numbers; `toDelivery` reads them. */
export type Arrival = {
  place: number;
  againAt: number;
  again: number;
  company: number;
  shape: number;
  delayMs: number;
};

export type Delivery = {
  /** Bodies of notifications in order of arrival. Those of one wave are posted at once; interpreting runs in between. */
  waves: string[][];
  /** What arrives, in that order. */
  arriving: StoryEvent[];
};

/** An arrival for each of up to `most` events. All zero is the story in order, each event by itself. */
export function someArrivals(most: number): fc.Arbitrary<Arrival[]> {
  const arrival = fc.record({
    place: fc.nat(63),
    againAt: fc.nat(63),
    again: fc.nat(4),
    company: fc.nat(5),
    shape: fc.nat(7),
    delayMs: fc.constantFrom(0, 120, 3_600_000),
  });
  return fc.array(arrival, { minLength: most, maxLength: most });
}

type Arriving = { event: StoryEvent; arrival: Arrival; place: number };

/** The story in another order, with repetitions, batched as the arrivals say. */
export function toDelivery(story: readonly StoryEvent[], arrivals: readonly Arrival[]): Delivery {
  const arriving = story.flatMap((event, index): Arriving[] => {
    const arrival = arrivals[index % arrivals.length] as Arrival;
    const first = { event, arrival, place: arrival.place };
    // Retries may come later or, with the answer lost, much later, and in other company.
    const again = { event, arrival: { ...arrival, delayMs: arrival.delayMs + 5_000 }, place: arrival.againAt };
    return [first, ...Array.from({ length: Math.max(0, arrival.again - 2) }, () => again)];
  });
  arriving.sort((a, b) => a.place - b.place);
  return { waves: toWaves(arriving), arriving: arriving.map(({ event }) => event) };
}

const PLAIN: Arrival = { place: 0, againAt: 0, again: 0, company: 0, shape: 0, delayMs: 0 };

/** The story as it happened: each event once, in order, by itself. */
export function inOrder(story: readonly StoryEvent[]): Delivery {
  return { waves: [story.map((event) => toBody([{ event, arrival: PLAIN, place: 0 }]))], arriving: [...story] };
}

function toWaves(arriving: readonly Arriving[]): string[][] {
  const waves: Arriving[][][] = [];
  for (const one of arriving) {
    const wave = waves.at(-1);
    const body = wave?.at(-1);
    const isOfBody = body?.[0]?.event.object === one.event.object;
    if (wave === undefined || one.arrival.company === 5) waves.push([[one]]);
    else if (body !== undefined && isOfBody && one.arrival.company % 2 === 1) body.push(one);
    else wave.push([one]);
  }
  return waves.map((wave) => wave.map(toBody));
}

type Entry = { id: string; time: number; lists: Map<string, string[]> };

/** Items go into the entry before where they can, so an entry may have several lists, and a notification several Pages. */
function toBody(arriving: readonly Arriving[]): string {
  const entries: Entry[] = [];
  for (const { event, arrival } of arriving) {
    const { channel, item } = toShape(event, arrival);
    const time = event.entryTime ?? event.atMs + arrival.delayMs;
    const last = entries.at(-1);
    const fits = last?.id === event.entryId && (event.entryTime === null || event.entryTime === last.time);
    const entry = last !== undefined && fits ? last : { id: event.entryId, time, lists: new Map() };
    if (entry !== last) entries.push(entry);
    entry.lists.set(channel, [...(entry.lists.get(channel) ?? []), item]);
  }
  const object = arriving[0]?.event.object ?? "page";
  const body = `{"object":"${object}","entry":[${entries.map(toEntry).join(",")}]}`;
  return (arriving[0]?.arrival.shape ?? 0) % 2 === 0 ? body : escapeAsMeta(body);
}

function toEntry({ id, time, lists }: Entry): string {
  const members = [...lists].map(([channel, items]) => `"${channel}":[${items.join(",")}]`);
  return `{"id":"${id}","time":${time},${members.join(",")}}`;
}

const DASHBOARD_FIELDS = new Map([
  ["message", "messages"],
  ["postback", "messaging_postbacks"],
  ["reaction", "message_reactions"],
]);

/** Now and then in the shape in which the dashboard's "Test" button sends it: the same event all the same. */
function toShape({ channel, item, entryTime }: StoryEvent, { shape }: Arrival): { channel: string; item: string } {
  if (channel !== "messaging" || shape !== 7 || entryTime !== null) return { channel, item };
  const members = Object.entries(parseJson(item) as object);
  const field = members.map(([name, value]) => typeof value === "object" && DASHBOARD_FIELDS.get(name)).find(Boolean);
  return field ? { channel: "changes", item: `{"field":"${field}","value":${item}}` } : { channel, item };
}

/** (Meta docs: webhooks, "payload is generated with escaped unicode".) */
function escapeAsMeta(json: string): string {
  return json
    .replaceAll("/", "\\/")
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
