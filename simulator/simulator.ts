import type { DeliveryAttempt, GraphCall, Remark } from "./activity-log";
import type { ActiveFault, GraphFault } from "./faults/graph-faults";
import type { Chances } from "./faults/random-faults";
import type { PageHandle } from "./people/page-handle";
import type { PersonHandle } from "./people/person-handle";
import type { Play } from "./people/play-talk";
import type { UserHandle } from "./people/user-handle";
import type { SamplesHow, SampleToSend, SentSample } from "./samples/send-samples";
import type { SimulatorSettings } from "./simulator-settings";
import type { AppLevelChange } from "./state/change-app-level";
import type {
  AcceptedSend,
  AppRole,
  Channel,
  Page,
  Person,
  SimulatorState,
  ThreadMessage,
  User,
} from "./state/simulator-state";
import type { Injection } from "./webhooks/inject-notification";
import type { DeliverySwitches, Release } from "./webhooks/notifier";

/** One running simulator and everything that can be done to it in the same process. */
export interface Simulator {
  /** Base address of both the Graph API and the login dialog, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly settings: SimulatorSettings;
  readonly state: SimulatorState;
  /** Unix ms on the simulator's clock. */
  nowMs(): number;
  /** Moves the clock on; resolves when everything due on the way has happened. */
  advance(ms: number): Promise<void>;
  /** Resolves when no call is being answered and no notification, echo or receipt is under way. Far retries do not count. */
  settled(): Promise<void>;
  /** A person by name or key, on a Page by id or name. @throws Error when there is none */
  person(nameOrKey: string, page: string, channel?: Channel): PersonHandle;
  /** Adds a person; the same key again answers the one that is there. */
  addPerson(given: { key?: string; name: string; locale?: string; appRole?: AppRole }): Person;
  /** Gives a person who writes a role on the app, so that development mode lets them through; null takes it. */
  setAppRole(nameOrKey: string, role: AppRole | null): void;
  /** Adds a Page that nobody manages yet; the same id again answers the one that is there. */
  addPage(given: {
    id?: string;
    name: string;
    category?: string;
    instagramId?: string;
    instagramUsername?: string;
  }): Page;
  /** Adds somebody who can sign in and manages these Pages in full. */
  addUser(given: { id?: string; name: string; pageIds?: string[] }): User;
  /** Adds a system user of a business, who has these permissions on these Pages and never signs in. */
  addSystemUser(given: { id?: string; name: string; pageIds?: string[]; permissions?: string[] }): User;
  page(idOrName: string): PageHandle;
  user(idOrName: string): UserHandle;
  faults: {
    /** Makes the next matching call (or `times` of them) fail; answers how to take it back. */
    failNext(fault: GraphFault): () => void;
    /** From now on a share of the calls fails by chance; null: no more. */
    byChance(chances: Chances | null): void;
    chances(): Chances | null;
    list(): ActiveFault[];
    remove(id: number): void;
    clear(): void;
  };
  webhooks: {
    readonly switches: DeliverySwitches;
    set(switches: Partial<DeliverySwitches>): void;
    hold(): void;
    /** Ends holding and sends what was held. */
    release(how?: Release): Promise<void>;
    inject(injection: Injection): Promise<string>;
    /** Sends the bytes of an earlier notification again (by default the last one). */
    repeat(notificationId?: string): Promise<string>;
  };
  /**
   * Lets samples of any kind happen, one or several at once: several Pages in one notification, in another order,
   * more than once, past all subscriptions. `SAMPLE_CATALOGUE` lists them. @throws Error for a name that is not there
   */
  sendSample(given: SampleToSend | readonly SampleToSend[], how?: SamplesHow): Promise<SentSample[]>;
  /** Changes pace, echo timing and other settings of the running simulator. */
  set(settings: Partial<Omit<SimulatorSettings, "port" | "host" | "seed">>): void;
  app: {
    /** What the App Dashboard does: handshake, then all messaging fields (or those given) at the app level. */
    subscribe(given: {
      callbackUrl: string;
      verifyToken: string;
      fields?: string[];
      instagram?: boolean;
    }): Promise<void>;
    unsubscribe(): void;
    /** Changes fields, callback or activity at the app level behind the app's back. @throws Error for what is not there */
    change(given: AppLevelChange): void;
    setMode(mode: "live" | "development"): void;
    setRequireProof(isRequired: boolean): void;
    /** Gives the app a new secret; notifications are signed with it from now on. */
    resetSecret(secret: string): void;
  };
  /** Lets the seeded people write; answers how many lines will come. */
  play(given?: Play): number;
  /** Everything Pages said to this PSID, oldest first. */
  sentTo(psid: string): ThreadMessage[];
  /** Every message of the app that was taken, over all Pages, in order. */
  accepted(): readonly AcceptedSend[];
  attempts(): DeliveryAttempt[];
  graphCalls(operation?: string): GraphCall[];
  remarks(): Remark[];
  /** Forgets what happened: people, Pages, tokens and switches as at the start; the clock stays. */
  reset(): void;
  close(): Promise<void>;
}
