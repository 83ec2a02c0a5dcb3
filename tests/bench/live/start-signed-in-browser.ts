import { type BrowserContext, chromium } from "@playwright/test";
import { chromiumLaunchOptions } from "../../support/chromium-launch-options";
import { startOwnedDesk } from "../../support/owned-desk";

/** A desk with an owner and linked Pages (Dana's three, unless told otherwise), and a browser in which that owner is signed in. */
export async function startSignedInBrowser(options: Parameters<typeof startOwnedDesk>[0] = {}) {
  const owned = await startOwnedDesk(options);
  const browser = await chromium.launch(chromiumLaunchOptions());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(toCookies(owned.client.cookieHeader, owned.desk.url));
  return {
    ...owned,
    page: await context.newPage(),
    async end() {
      await browser.close();
      await owned.end();
    },
  };
}

function toCookies(header: string, url: string): Parameters<BrowserContext["addCookies"]>[0] {
  return header.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
