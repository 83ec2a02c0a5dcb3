import type { ActivityLog } from "./activity-log";
import type { GraphFaults } from "./faults/graph-faults";
import type { RandomFaults } from "./faults/random-faults";
import type { RateLimits } from "./graph/rate-limits";
import type { UploadedFile } from "./http/parse-multipart";
import type { SimulatorSettings } from "./simulator-settings";
import type { SimulatorState } from "./state/simulator-state";
import type { VirtualClock } from "./virtual-clock";
import type { DeliveryQueue } from "./webhooks/delivery-queue";
import type { Notifier } from "./webhooks/notifier";
import type { WorkTracker } from "./work-tracker";

/** Everything one running simulator consists of; each part gets it and takes what it needs. */
export interface World {
  settings: SimulatorSettings;
  state: SimulatorState;
  readonly clock: VirtualClock;
  readonly log: ActivityLog;
  readonly faults: GraphFaults;
  readonly randomFaults: RandomFaults;
  readonly notifier: Notifier;
  readonly queue: DeliveryQueue;
  readonly rates: RateLimits;
  /** Files sent as multipart, served again under /_simulator/uploads. */
  readonly uploads: Map<string, UploadedFile>;
  /** The last signed request POSTed to each of the app's two callbacks, to be sent again. */
  readonly signedRequests: Map<string, string>;
  /** Calls being answered and notifications under way. */
  readonly work: WorkTracker;
  /** This server's own address, without a trailing slash. */
  origin: string;
  /** Waits (real ms), cut short when the simulator closes. */
  pause(ms: number): Promise<void>;
  /** Called after a Page got (new) Page-level fields. */
  onPageSubscribed(pageId: string, isFirst: boolean): void;
}
