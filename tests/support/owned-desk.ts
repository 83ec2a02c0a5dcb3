import { startSimulator } from "../../simulator/start-simulator";
import { DeskClient } from "./desk-client";
import { startDesk } from "./start-desk";

export const DANA = "9000000000000001";
export const HARBOR_BIKES = "200000000000001";
export const CASA_VERDE = "200000000000002";
export const NORD_KAFFE = "200000000000003";

/** A simulator, and a desk whose owner is Dana, with her Pages linked (all three, unless told otherwise). */
export async function startOwnedDesk({
  pageIds = [HARBOR_BIKES, CASA_VERDE, NORD_KAFFE],
  env = {} as Record<string, string>,
} = {}) {
  const sim = await startSimulator({ port: 0 });
  const desk = await startDesk({ simulatorUrl: sim.url, env });
  const client = new DeskClient(desk);
  await sim.app.subscribe({ callbackUrl: `${desk.url}/api/webhook`, verifyToken: desk.settings.verifyToken });
  await client.signIn({ person: DANA, setupToken: desk.settings.setupToken });
  if (pageIds.length > 0) {
    await client.consent({ person: DANA });
    const { body } = await client.post<{ results: { ok: boolean }[] }>("/api/pages", { pageIds });
    if (!body.results?.every(({ ok }) => ok)) throw new Error(`Linking failed: ${JSON.stringify(body)}`);
  }
  const end = async () => {
    await desk.dispose();
    await sim.close();
  };
  return { sim, desk, client, end };
}
