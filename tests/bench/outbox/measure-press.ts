import { setTimeout as sleep } from "node:timers/promises";
import { HARBOR_BIKES } from "../../support/owned-desk";
import { startSignedInBrowser } from "../live/start-signed-in-browser";

declare global {
  interface Window {
    pressedAtMs?: number;
  }
}

/** From Enter in the composer to the request that Graph takes, in ms, on an idle machine, sorted. */
export async function measurePress(replies: number): Promise<number[]> {
  const { desk, sim, page, end } = await startSignedInBrowser();
  try {
    const name = "Ana Lima";
    sim.person(name, HARBOR_BIKES).says("Is it ready?");
    await page.goto(`${desk.url}/inbox`);
    await page.getByRole("list", { name: "Conversations" }).getByRole("link", { name }).click();
    const field = page.getByRole("textbox", { name: "Reply", exact: true });
    await page.evaluate(() => {
      window.addEventListener(
        "keydown",
        ({ key }) => {
          if (key === "Enter") window.pressedAtMs = Date.now();
        },
        true,
      );
    });
    const delays: number[] = [];
    for (let n = 0; n < replies; n += 1) {
      const text = `It is, number ${n}.`;
      await field.fill(text);
      // What the reply before has caused, and the sign of typing, are over: nobody writes within a tenth of a second.
      await sleep(300 + (n % 7) * 10);
      await field.press("Enter");
      let taken = sim.accepted().find((send) => send.text === text);
      for (; !taken; taken = sim.accepted().find((send) => send.text === text)) await sleep(1);
      delays.push(taken.atMs - (await page.evaluate(() => window.pressedAtMs ?? Number.NaN)));
    }
    return delays.sort((a, b) => a - b);
  } finally {
    await end();
  }
}
