import { type BrowserContext, test as base, expect } from "@playwright/test";
import { watchForTrouble } from "./e2e-browser-trouble";
import { type Person, toPerson } from "./e2e-person";
import { SpareWorlds } from "./e2e-spare-worlds";
import { type DeskState, startWorld, type World } from "./e2e-world";

interface Options {
  /** The desk that stories of this file find. */
  deskState: DeskState;
  /** Settings of a desk that is not shared, by the names of contract.md. */
  deskEnv: Record<string, string>;
  /** For stories that lead through the login dialog, or play on the simulator's own page. */
  mayOpenSimulator: boolean;
}

interface Fixtures {
  world: World;
  sim: World["sim"];
  desk: World["desk"];
  /** Everything a browser did that no story allows; the test fails at its end unless the story expected it. */
  trouble: Awaited<ReturnType<typeof watchForTrouble>>;
  /** Makes the browser Dana's, who owns the desk, without leading it through the dialog; or that of whom is given. */
  signIn: (as?: { cookieHeader: string }) => Promise<void>;
  /** Somebody who can write to a Page, Harbor Bikes unless told otherwise. Their Page-scoped id is new to the desk. */
  aPerson: (name: string, page?: string) => Promise<Person>;
}

interface WorkerFixtures {
  /** Started when the first story asks for it. */
  sharedWorld: { get(): Promise<World> };
  spareWorlds: SpareWorlds;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  deskState: ["shared", { option: true }],
  deskEnv: [{}, { option: true }],
  mayOpenSimulator: [false, { option: true }],

  sharedWorld: [
    async ({ browserName: _ }, provide) => {
      let world: Promise<World> | undefined;
      await provide({
        get: () => {
          world ??= startWorld("fresh");
          return world;
        },
      });
      await (await world)?.end();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  spareWorlds: [
    async ({ browserName: _ }, provide) => {
      const spares = new SpareWorlds();
      await provide(spares);
      await spares.end();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  world: async ({ deskState, deskEnv, sharedWorld, spareWorlds }, provide, testInfo) => {
    const isUsual = Object.keys(deskEnv).length === 0;
    const own = (state: Exclude<DeskState, "shared">) =>
      isUsual ? spareWorlds.take(state) : startWorld(state, deskEnv);
    const world = deskState === "shared" ? await sharedWorld.get() : await own(deskState);
    await provide(world);
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach("desk.log", { body: world.desk.logs() });
    world.sim.faults.clear();
    if (deskState !== "shared") await world.end();
  },
  sim: ({ world }, provide) => provide(world.sim),
  desk: ({ world }, provide) => provide(world.desk),
  baseURL: ({ desk }, provide) => provide(desk.url),

  trouble: [
    async ({ context, desk, sim, mayOpenSimulator }, provide, testInfo) => {
      const trouble = await watchForTrouble(context, { deskUrl: desk.url, simulatorUrl: sim.url, mayOpenSimulator });
      await provide(trouble);
      if (testInfo.status !== testInfo.expectedStatus) await printScreens(context);
      expect(trouble.found, "what the browser must not do").toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ context, world }, provide) => {
    await provide((as = world) => context.addCookies(toCookies(world.desk.url, as.cookieHeader)));
  },

  aPerson: async ({ sim }, provide) => {
    await provide(async (name, page = "Harbor Bikes") => {
      const { key } = sim.addPerson({ name });
      const handle = sim.person(key, page);
      if (handle.thread.hasStarted) throw new Error(`${name} has been in a story already; give this one another name.`);
      return toPerson(sim, handle);
    });
  },
});

export { expect };

const MOST_SHOWN = 6_000;

/** Prints what every tab showed, in words, for whoever has only the log of the run. */
async function printScreens(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    const body = await page.locator("body").ariaSnapshot({ timeout: 2_000 }).catch(String);
    console.log(`${page.url()}\n${body.slice(0, MOST_SHOWN)}`);
  }
}

function toCookies(url: string, cookieHeader: string): Parameters<BrowserContext["addCookies"]>[0] {
  return cookieHeader.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
