import type { AddressInfo } from "node:net";
import { ActivityLog, type DeliveryAttempt, type GraphCall, type Remark } from "./activity-log";
import { type ActiveFault, type GraphFault, GraphFaults } from "./faults/graph-faults";
import { subscribeApp } from "./graph/edges/app-subscriptions";
import { RateLimits } from "./graph/rate-limits";
import { createSimulatorServer } from "./http/create-simulator-server";
import { type PageHandle, toPageHandle } from "./people/page-handle";
import { type PersonHandle, toPersonHandle } from "./people/person-handle";
import { playTalk } from "./people/play-talk";
import { toUserHandle, type UserHandle } from "./people/user-handle";
import { newState } from "./seed/new-state";
import { DEFAULT_SETTINGS, type SimulatorSettings } from "./simulator-settings";
import type { Channel, Person, SimulatorState, ThreadMessage } from "./state/simulator-state";
import { INSTAGRAM_FIELDS, MESSAGING_FIELDS } from "./state/subscriptions";
import { getThread } from "./state/threads";
import { VirtualClock } from "./virtual-clock";
import { DeliveryQueue } from "./webhooks/delivery-queue";
import { type Injection, injectNotification } from "./webhooks/inject-notification";
import { type DeliverySwitches, Notifier, PLAIN_DELIVERY } from "./webhooks/notifier";
import { WorkTracker } from "./work-tracker";
import type { World } from "./world";

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
  addPerson(given: { key?: string; name: string; locale?: string }): Person;
  page(idOrName: string): PageHandle;
  user(idOrName: string): UserHandle;
  faults: {
    /** Makes the next matching call (or `times` of them) fail; answers how to take it back. */
    failNext(fault: GraphFault): () => void;
    list(): ActiveFault[];
    clear(): void;
  };
  webhooks: {
    readonly switches: DeliverySwitches;
    set(switches: Partial<DeliverySwitches>): void;
    hold(): void;
    /** Ends holding and sends what was held. */
    release(how?: Parameters<Notifier["release"]>[0]): Promise<void>;
    inject(injection: Injection): Promise<string>;
    /** Sends the bytes of an earlier notification again (by default the last one). */
    repeat(notificationId?: string): Promise<string>;
  };
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
    setMode(mode: "live" | "development"): void;
    setRequireProof(isRequired: boolean): void;
    /** Gives the app a new secret; notifications are signed with it from now on. */
    resetSecret(secret: string): void;
  };
  /** Lets the seeded people write; answers how many lines will come. */
  play(given?: Parameters<typeof playTalk>[1]): number;
  /** Everything Pages said to this PSID, oldest first. */
  sentTo(psid: string): ThreadMessage[];
  attempts(): DeliveryAttempt[];
  graphCalls(operation?: string): GraphCall[];
  remarks(): Remark[];
  /** Forgets what happened: people, Pages, tokens and switches as at the start; the clock stays. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Starts a simulator on its own port.
 *
 * @throws Error when the port is taken
 */
export async function startSimulator(options: Partial<SimulatorSettings> = {}): Promise<Simulator> {
  const settings: SimulatorSettings = { ...DEFAULT_SETTINGS, ...options };
  const closing = new AbortController();
  const world = createWorld({ ...settings }, closing.signal);
  const simulator = toSimulator(world, settings);
  const server = createSimulatorServer(world, () => simulator);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `http://${settings.host === "127.0.0.1" ? "localhost" : settings.host}:${port}`;
  return Object.assign(simulator, {
    url: world.origin,
    port,
    close: async () => {
      closing.abort();
      world.queue.close();
      world.clock.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  });
}

function createWorld(settings: SimulatorSettings, closing: AbortSignal): World {
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
    rates: new RateLimits(),
    uploads: new Map(),
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
      if (isFirst && settings.playOnSubscribe) playTalk(world, { pageIds: [pageId], maxLines: LINES_ON_SUBSCRIBE });
    },
  };
  return world;
}

const LINES_ON_SUBSCRIBE = 5;

function toSimulator(world: World, initial: SimulatorSettings): Omit<Simulator, "close"> {
  const { state, clock, log, notifier, queue, settings, work } = world;
  const quiet = () => work.idle();
  return {
    url: "",
    port: 0,
    settings,
    state,
    nowMs: () => clock.nowMs(),
    advance: (ms) => clock.advance(ms, quiet),
    settled: async () => {
      while (!work.isIdle || !clock.soon.isIdle) {
        await work.idle();
        await clock.soon.idle();
      }
    },
    person: (nameOrKey, page, channel = "messenger") =>
      toPersonHandle(world, getThread(state, getNamed(state.people, nameOrKey), getNamed(state.pages, page), channel)),
    addPerson: ({ name, key = name.toLowerCase().replaceAll(/\s+/g, "-"), locale = "en_US" }) => {
      const [firstName = name, ...rest] = name.split(" ");
      const index = state.people.size + 1;
      const known = state.people.get(key);
      const person = {
        key,
        index,
        firstName,
        lastName: rest.join(" "),
        name,
        locale,
        hue: (index * 47) % 360,
        appRole: null,
      };
      if (known === undefined) state.people.set(key, person);
      log.changed("people");
      return known ?? person;
    },
    page: (idOrName) => toPageHandle(world, getNamed(state.pages, idOrName)),
    user: (idOrName) => toUserHandle(world, getNamed(state.users, idOrName)),
    faults: {
      failNext: (fault) => {
        const remove = world.faults.add(fault);
        log.changed("faults");
        return remove;
      },
      list: () => world.faults.list(),
      clear: () => {
        world.faults.clear();
        log.changed("faults");
      },
    },
    webhooks: {
      get switches() {
        return notifier.switches;
      },
      set: (switches) => {
        Object.assign(notifier.switches, switches);
        log.changed("switches");
      },
      hold: () => {
        notifier.switches.hold = true;
      },
      release: (how) => {
        notifier.switches.hold = false;
        return notifier.release(how);
      },
      inject: (injection) => injectNotification(world, injection),
      repeat: (notificationId) => {
        const attempts = log.attempts;
        const earlier =
          notificationId === undefined
            ? attempts.at(-1)
            : attempts.findLast((attempt) => attempt.notificationId === notificationId);
        if (earlier === undefined) throw new Error("There is no such notification to repeat.");
        const { url, body, pageIds, fields, headers } = earlier;
        return notifier.inject({ url, body: Buffer.from(body), signature: "missing", pageIds, fields, headers });
      },
    },
    set: (changes) => {
      Object.assign(settings, changes);
      log.changed("settings");
    },
    app: {
      subscribe: async ({ callbackUrl, verifyToken, fields = [...MESSAGING_FIELDS], instagram = false }) => {
        await subscribeApp(world, { object: "page", callbackUrl, verifyToken, fields });
        if (!instagram) return;
        await subscribeApp(world, { object: "instagram", callbackUrl, verifyToken, fields: [...INSTAGRAM_FIELDS] });
      },
      unsubscribe: () => {
        state.subscriptions.clear();
        log.changed("app");
      },
      setMode: (mode) => {
        state.app.mode = mode;
        log.changed("app");
      },
      setRequireProof: (isRequired) => {
        state.app.requireProof = isRequired;
        log.changed("app");
      },
      resetSecret: (secret) => {
        state.app.secret = secret;
      },
    },
    play: (given) => playTalk(world, given),
    sentTo: (psid) => state.threads.get(psid)?.messages.filter((message) => message.from === "page") ?? [],
    attempts: () => [...log.attempts],
    graphCalls: (operation) => log.calls.filter((call) => operation === undefined || call.operation === operation),
    remarks: () => [...log.remarks],
    reset: () => {
      queue.reset();
      clock.clear();
      Object.assign(settings, initial);
      Object.assign(state, newState(initial));
      notifier.switches = { ...PLAIN_DELIVERY };
      notifier.forget();
      world.faults.clear();
      world.rates.clear();
      world.uploads.clear();
      log.clear();
      log.changed("everything");
    },
  };
}

function getNamed<T extends { name: string }>(things: Map<string, T>, idOrName: string): T {
  const found = things.get(idOrName) ?? [...things.values()].find(({ name }) => name === idOrName);
  if (found === undefined) throw new Error(`Nothing here is called "${idOrName}".`);
  return found;
}
