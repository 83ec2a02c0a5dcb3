import { fillSample } from "../../lib/messenger/samples/fill-sample";
import { newSuffix } from "../new-id";
import type { Thread } from "../state/simulator-state";
import type { SubscriptionGap } from "../state/subscriptions";
import type { SimulatedEvent, Together } from "../webhooks/notifier";
import { RawJson } from "../wire/raw-json";
import type { World } from "../world";
import { rememberSample } from "./remember-sample";
import type { NamedSample, SampleKind } from "./sample-catalogue";

/** A sample as it happens to a person on a Page. */
export interface SampleToSend {
  kind: SampleKind;
  /** Which one of the kind; default the plainest. */
  title?: string;
  /** Name or key. Samples of Instagram go to the Page's account. */
  person: string;
  /** Name or id. */
  page: string;
  /** Unix ms; default now. */
  atMs?: number;
  /** The Page's message it is about; default the last one in the thread. */
  pageMid?: string;
  /** The person's message it is about; default the last one in the thread. */
  personMid?: string;
}

/** Without any of these the switches apply, as to everything else. */
export interface SamplesHow extends Together {
  /** Past all subscriptions. */
  force?: boolean;
}

export interface SentSample {
  kind: SampleKind;
  title: string;
  /** The item as sent, before it is escaped. */
  item: string;
  psid: string;
  /** Why it was not sent; null when it was. */
  gap: SubscriptionGap | null;
}

/**
 * Sends samples the way all events go: if app and Page asked for the field, escaped, signed, and repeated when it
 * fails. Resolves when they are delivered, put aside for a retry, or held.
 */
export async function sendSamples(
  world: World,
  given: ReadonlyArray<{ sample: NamedSample; thread: Thread; wish: SampleToSend }>,
  { force = false, ...how }: SamplesHow = {},
): Promise<SentSample[]> {
  const { notifier } = world;
  const prepared = given.map(({ sample, thread, wish }) => prepare(world, sample, thread, wish));
  const checked = prepared.map((one) => ({ ...one, gap: force ? null : notifier.findGap(one.event) }));
  const events = checked.filter(({ gap }) => gap === null).map(({ event }) => event);
  const isAsUsual = Object.values(how).every((value) => value === undefined);
  await (isAsUsual ? Promise.all(events.map((event) => notifier.push(event))) : notifier.sendTogether(events, how));
  return checked.map(({ sent, gap }) => ({ ...sent, gap }));
}

function prepare(world: World, sample: NamedSample, thread: Thread, wish: SampleToSend) {
  const atMs = wish.atMs ?? world.clock.stampMs();
  const lastOf = (from: "page" | "person") => thread.messages.findLast((message) => message.from === from)?.mid;
  const filled = fillSample(sample, {
    entryId: thread.accountId,
    psid: thread.scopedId,
    atMs,
    suffix: newSuffix(),
    pageMid: wish.pageMid ?? lastOf("page"),
    personMid: wish.personMid ?? lastOf("person"),
  });
  const item = withMediaOf(world.origin, filled);
  rememberSample(world, thread, sample, item, atMs);
  const event: SimulatedEvent = {
    pageId: thread.pageId,
    accountId: thread.accountId,
    object: sample.object,
    // No field brings what is unknown; it would come with the one that is always on.
    field: sample.field === "unknown" ? "messages" : sample.field,
    channel: sample.channel,
    item: new RawJson(item),
    personHasAppRole: world.state.people.get(thread.personKey)?.appRole !== null,
  };
  return { event, sent: { kind: sample.kind, title: sample.title, item, psid: thread.scopedId } };
}

const DRAWN: Readonly<Record<string, string>> = { mp4: "wav", pdf: "txt" };

/** Media of the samples lie nowhere; this server makes some up, so that whoever looks has something to see. */
function withMediaOf(origin: string, item: string): string {
  return item.replace(
    /https:\/\/cdn\.example\.test\/[^"?]*?(\w+)\.(\w+)(?=[?"])/g,
    (_, name, extension) => `${origin}/_simulator/media/${name}.${DRAWN[extension] ?? "png"}`,
  );
}
