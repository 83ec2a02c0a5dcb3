import type { Simulator } from "../../simulator/simulator";
import { startSimulator } from "../../simulator/start-simulator";
import { DeskClient } from "./desk-client";
import { startOwnedDesk } from "./owned-desk";
import { type Desk, startDesk } from "./start-desk";

/**
 * How a story finds its desk. `shared`: Dana owns it, her three Pages are linked, earlier stories of this worker left
 * their traces. `fresh`: the same, and nobody has written yet. `unlinked`: Dana owns it, no Page is linked. `new`:
 * nobody has ever signed in.
 */
export type DeskState = "shared" | "fresh" | "unlinked" | "new";

/** A simulator, a desk that speaks to nothing else, and the owner's cookies (empty while nobody has signed in). */
export interface World {
  sim: Simulator;
  desk: Desk;
  cookieHeader: string;
  /** The owner's, for what a story finds done already; in a new desk nobody's. */
  client: DeskClient;
  end(): Promise<void>;
}

/** @param env settings that differ from the throw-away ones */
export async function startWorld(
  state: Exclude<DeskState, "shared">,
  env: Record<string, string> = {},
): Promise<World> {
  if (state === "new") return startNewDesk(env);
  const { sim, desk, client, end } = await startOwnedDesk(state === "unlinked" ? { pageIds: [], env } : { env });
  return { sim, desk, client, cookieHeader: client.cookieHeader, end };
}

async function startNewDesk(env: Record<string, string>): Promise<World> {
  const sim = await startSimulator({ port: 0 });
  const desk = await startDesk({ simulatorUrl: sim.url, env });
  await sim.app.subscribe({ callbackUrl: `${desk.url}/api/webhook`, verifyToken: desk.settings.verifyToken });
  const end = async () => {
    await desk.dispose();
    await sim.close();
  };
  return { sim, desk, client: new DeskClient(desk), cookieHeader: "", end };
}
