import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { Problem } from "./problem.mjs";
import { root } from "./root.mjs";

/** The one without a window first: it does what the others do, in three quarters of the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const MAC_APPS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"];
const WINDOWS_PROGRAMS = ["Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"];

/**
 * The Chromium to test with, the best first: what the setting `PW_CHROMIUM` names (then nothing else), what lies in the
 * usual places, Playwright's own. All of them are there, but a left-over may not start.
 *
 * @returns {string[]} paths of programs
 * @throws {Problem} when `PW_CHROMIUM` names a file that is not there
 */
export function listChromiums() {
  const chosen = process.env.PW_CHROMIUM;
  if (chosen && !existsSync(chosen)) {
    throw new Problem(
      `PW_CHROMIUM is "${chosen}", but there is no such file: set it to the path of a Chromium, or leave it out.`,
    );
  }
  return chosen ? [chosen] : [...usualPlaces(), ...playwrightsOwn()].filter((place) => existsSync(place));
}

function usualPlaces() {
  if (process.platform === "darwin") {
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, app)),
    );
  }
  if (process.platform === "win32") {
    const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? WINDOWS_PROGRAMS.map((program) => join(folder, program)) : []));
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return folders.flatMap((folder) => (folder ? NAMES.map((name) => join(folder, name)) : []));
}

/** Where `playwright install chromium` puts it; nothing when the packages are not installed yet. */
function playwrightsOwn() {
  const require = createRequire(join(root, "package.json"));
  try {
    return [require("@playwright/test").chromium.executablePath()];
  } catch {
    return [];
  }
}
