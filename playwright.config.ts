import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/support/chromium-launch-options";

/** Every worker starts a simulator and a production server of its own (tests/support), so nothing is started here. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // A story waits for half of its time.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // What hangs is ended; long enough for a machine that has other things to do.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    // Recording takes a fifth of the run; a story that fails prints its screens (tests/support/e2e-test.ts). To look into
    // one: npx playwright test <file> --trace on
    trace: "off",
    launchOptions: chromiumLaunchOptions(),
  },
  projects: [{ name: "chromium", use: { browserName: "chromium", viewport: { width: 1440, height: 900 } } }],
});
