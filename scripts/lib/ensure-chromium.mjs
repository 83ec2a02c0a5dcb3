import { existsSync } from "node:fs";
import { listChromiums } from "./find-chromium.mjs";
import { packageBin } from "./package-bin.mjs";
import { Problem } from "./problem.mjs";
import { withProgress } from "./progress.mjs";
import { lastLines, runQuietly } from "./run-quietly.mjs";

/**
 * Finds a Chromium that starts, or installs one: Playwright's own build, and where that cannot be fetched (or lacks the
 * system's libraries) the package of a Debian-like distribution. Call after `ensureInstalled`.
 *
 * @returns {Promise<string>} the path of its program
 * @throws {Problem} when there is none to be had
 */
export async function ensureChromium() {
  const present = await findStarting();
  if (present) return present;
  const fromPlaywright = await installFromPlaywright();
  const fetched = await findStarting();
  if (fetched) return fetched;
  const fromDistribution = await installFromDistribution();
  const packaged = await findStarting();
  if (packaged) return packaged;
  throw new Problem(
    'The browser tests need Chromium, and none could be found or installed: install Chromium or Chrome (as root on Debian: "apt-get install chromium"), or set PW_CHROMIUM to the path of one; this is what the attempts said:\n' +
      lastLines(`${fromPlaywright}\n${fromDistribution}`),
  );
}

/** A browser without its libraries, or a distribution's stub, is found but does not start. */
async function findStarting() {
  for (const path of listChromiums()) {
    // On Windows `--version` would open a window.
    if (process.platform === "win32" || (await runQuietly(path, ["--version"])).ok) return path;
  }
  return null;
}

async function installFromPlaywright() {
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000", ...process.env };
  const args = [packageBin("@playwright/test", "playwright"), "install", "chromium"];
  const { output } = await withProgress("Fetching Playwright's Chromium", () =>
    runQuietly(process.execPath, args, { env }),
  );
  return output;
}

async function installFromDistribution() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return "not root on a Debian-like system: no package installed";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = (name) => runQuietly("apt-get", ["install", "-y", "--no-install-recommends", name], { env });
  const { output } = await withProgress("Installing the distribution's Chromium (apt-get)", async () => {
    const update = await runQuietly("apt-get", ["update"], { env });
    if (!update.ok) return update;
    const shell = await install("chromium-headless-shell");
    return shell.ok ? shell : install("chromium");
  });
  return output;
}
