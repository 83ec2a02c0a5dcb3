import { ActivityLog } from "./activity-log";
import { GraphFaults } from "./faults/graph-faults";
import { RandomFaults } from "./faults/random-faults";
import { RateLimits } from "./graph/rate-limits";
import { playTalk } from "./people/play-talk";
import { newState } from "./seed/new-state";
import type { SimulatorSettings } from "./simulator-settings";
import { VirtualClock } from "./virtual-clock";
import { DeliveryQueue } from "./webhooks/delivery-queue";
import { Notifier } from "./webhooks/notifier";
import { WorkTracker } from "./work-tracker";
import type { World } from "./world";

const LINES_ON_SUBSCRIBE = 5;

/** Puts the parts together; the address is known once the server listens. */
export function createWorld(settings: SimulatorSettings, closing: AbortSignal): World {
  const state = newState(settings);
  const clock = new VirtualClock();
  const log = new ActivityLog();
  const work = new WorkTracker();
  const queue = new DeliveryQueue({ settings, state, clock, log, work });
  const notifier = new Notifier({ state, clock, log, queue });
  const world: World = {
    settings,
    state,
    clock,
    log,
    work,
    queue,
    notifier,
    faults: new GraphFaults(),
    randomFaults: new RandomFaults(),
    rates: new RateLimits(),
    uploads: new Map(),
    signedRequests: new Map(),
    origin: "",
    pause: (ms) =>
      new Promise((resume) => {
        const timer = setTimeout(resume, ms);
        closing.addEventListener("abort", () => {
          clearTimeout(timer);
          resume();
        });
      }),
    onPageSubscribed: (pageId, isFirst) => {
      if (!isFirst || !settings.playOnSubscribe) return;
      playTalk(world, { pageIds: [pageId], maxLines: LINES_ON_SUBSCRIBE, startAfterMs: settings.playIntervalMs });
    },
  };
  return world;
}
