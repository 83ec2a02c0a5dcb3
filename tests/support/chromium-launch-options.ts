import type { LaunchOptions } from "@playwright/test";
import { listChromiums } from "../../scripts/lib/find-chromium.mjs";

/** How every Chromium of ours is started: the one `npm test` finds too, and silent towards the network. */
export function chromiumLaunchOptions(): LaunchOptions {
  const [executablePath] = listChromiums();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      // Chromium's sandbox refuses to run as root, which is who one is in most containers.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}
