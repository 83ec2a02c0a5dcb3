import { subscribeApp } from "./graph/edges/app-subscriptions";
import { toPageHandle } from "./people/page-handle";
import { toPersonHandle } from "./people/person-handle";
import { playTalk } from "./people/play-talk";
import { PAGE_PERMISSIONS, toUserHandle } from "./people/user-handle";
import { getSample } from "./samples/sample-catalogue";
import { type SampleToSend, sendSamples } from "./samples/send-samples";
import { aPage, aRole, aUser } from "./seed/demo-accounts";
import { newState } from "./seed/new-state";
import type { Simulator } from "./simulator";
import type { SimulatorSettings } from "./simulator-settings";
import { changeAppLevel } from "./state/change-app-level";
import type { PageRole } from "./state/simulator-state";
import { INSTAGRAM_FIELDS, MESSAGING_FIELDS } from "./state/subscriptions";
import { getThread } from "./state/threads";
import { injectNotification } from "./webhooks/inject-notification";
import { PLAIN_DELIVERY } from "./webhooks/notifier";
import type { World } from "./world";

const PAGE_ID_BASE = 200_000_000_090_000;
const ASID_BASE = 9_000_000_000_000_000;

/** The world as tests and the control API handle it. */
export function toSimulator(world: World, initial: SimulatorSettings): Omit<Simulator, "close"> {
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
    addPage: ({ name, id = nextId(state.pages, PAGE_ID_BASE), category = "Local Business", ...given }) => {
      const { instagramId, instagramUsername = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "") } = given;
      const instagram = instagramId === undefined ? null : { id: instagramId, username: instagramUsername };
      const page = state.pages.get(id) ?? aPage({ id, name, category, instagram });
      state.pages.set(id, page);
      log.changed("pages");
      return page;
    },
    addUser: ({ name, id = nextId(state.users, ASID_BASE), pageIds = [] }) => {
      const pages = toRoles(pageIds);
      const user = state.users.get(id) ?? aUser({ id, name, about: "Added by hand", appRole: null, pages });
      state.users.set(id, user);
      log.changed("people");
      return user;
    },
    addSystemUser: ({ name, id = nextId(state.users, ASID_BASE), pageIds = [], permissions = PAGE_PERMISSIONS }) => {
      const given = { id, name, about: "System user", appRole: null, pages: toRoles(pageIds), isSystem: true };
      const user = state.users.get(id) ?? aUser(given);
      for (const permission of permissions) user.grants.set(permission, "granted");
      user.grantedPages = new Set(pageIds);
      state.users.set(id, user);
      log.changed("people");
      return user;
    },
    setAppRole: (nameOrKey, role) => {
      getNamed(state.people, nameOrKey).appRole = role;
      log.changed("people");
    },
    addPerson: ({ name, key = name.toLowerCase().replaceAll(/\s+/g, "-"), locale = "en_US", appRole = null }) => {
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
        appRole,
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
      byChance: (chances) => {
        world.randomFaults.set(chances);
        log.changed("faults");
      },
      chances: () => world.randomFaults.chances,
      list: () => world.faults.list(),
      remove: (id) => {
        world.faults.remove(id);
        log.changed("faults");
      },
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
        const { url, pageIds, fields, headers } = earlier;
        return notifier.inject({ url, body: log.bytesOf(earlier), signature: "missing", pageIds, fields, headers });
      },
    },
    sendSample: async (given, how) => {
      const wishes: readonly SampleToSend[] = "kind" in given ? [given] : given;
      const prepared = wishes.map((wish) => {
        const sample = getSample(wish.kind, wish.title);
        const channel = sample.object === "instagram" ? "instagram" : "messenger";
        const person = getNamed(state.people, wish.person);
        return { wish, sample, thread: getThread(state, person, getNamed(state.pages, wish.page), channel) };
      });
      return sendSamples(world, prepared, how);
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
      change: (given) => changeAppLevel(world, given),
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
    accepted: () => state.accepted,
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
      world.randomFaults.set(null);
      world.rates.clear();
      world.uploads.clear();
      world.signedRequests.clear();
      log.clear();
      log.changed("everything");
    },
  };
}

const toRoles = (pageIds: string[]) => new Map(pageIds.map((id): [string, PageRole] => [id, aRole()]));

function getNamed<T extends { name: string }>(things: Map<string, T>, idOrName: string): T {
  const found = things.get(idOrName) ?? [...things.values()].find(({ name }) => name === idOrName);
  if (found === undefined) throw new Error(`Nothing here is called "${idOrName}".`);
  return found;
}

function nextId(things: Map<string, unknown>, base: number): string {
  let id = base + things.size + 1;
  while (things.has(String(id))) id += 1;
  return String(id);
}
