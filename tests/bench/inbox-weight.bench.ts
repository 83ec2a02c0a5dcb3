import { gzipSync } from "node:zlib";
import { startSignedInBrowser } from "./live/start-signed-in-browser";
import { printResult } from "./print-result";

/** All JavaScript that a first visit to /inbox loads, gzipped as a proxy in front would. */
const { desk, page, end } = await startSignedInBrowser();
const sizes = new Map<string, Promise<number>>();
page.on("response", (response) => {
  if (response.request().resourceType() !== "script") return;
  sizes.set(
    response.url(),
    response.body().then((body) => gzipSync(body).length),
  );
});
try {
  await page.goto(`${desk.url}/inbox`);
  // What loads late (lazy parts, prefetched routes) counts too. Not "networkidle": the live stream never is.
  await page.waitForLoadState("load");
  await page.getByRole("link", { name: /inbox/i }).first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })));
  const kilobytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1024;
  printResult({
    bench: "inbox-weight",
    value: kilobytes,
    unit: "KB of JavaScript, gzipped",
    files: sizes.size,
    must: "value < 300",
    holds: sizes.size > 0 && kilobytes < 300,
  });
} finally {
  await end();
}
