import { startSignedInBrowser } from "./live/start-signed-in-browser";
import { median } from "./median";
import { printResult } from "./print-result";

type Marks = { shownMs: number; filteredMs: number };
declare global {
  interface Window {
    marks?: Marks;
  }
}

/** Manages 150 Pages in the simulator. */
const MANY_MERCER = "9000000000000003";
const ROUNDS = 5;

/** A screen with a row for each Page and a field that searches them; `count` says how many rows it has. */
const SCREENS = [
  { name: "list", path: "/pages", count: `document.querySelectorAll("ul[aria-label=Pages] > li").length` },
  {
    name: "matrix",
    path: "/pages/fields",
    // Only the rows in view are in the document; the table says how many it has, and its head is one of them.
    count: `document.querySelector("tbody tr button") ? document.querySelector("table").ariaRowCount - 1 : 0`,
  },
];

/**
 * From the navigation's start: until all Pages are there, and until a search typed at that moment has narrowed them. In
 * the browser's own clock, so that looking from outside costs nothing.
 */
const watchScreen = (path: string, count: string, pageCount: number) => `
  if (location.pathname === ${JSON.stringify(path)}) {
    window.marks = { shownMs: 0, filteredMs: 0 };
    requestAnimationFrame(function look() {
      const rows = document.readyState === "loading" ? 0 : ${count};
      if (window.marks.shownMs === 0 && rows === ${pageCount}) {
        window.marks.shownMs = performance.now();
        const field = document.querySelector("input[type=search]");
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, "market 122");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      } else if (window.marks.shownMs > 0 && rows === 1) {
        window.marks.filteredMs = performance.now();
        return;
      }
      requestAnimationFrame(look);
    });
  }`;

const { sim, desk, client, page, end } = await startSignedInBrowser({ pageIds: [] });
try {
  await client.consent({ person: MANY_MERCER });
  const mercer = sim.user(MANY_MERCER);
  const pageIds = [...mercer.user.pages.keys()];
  await client.post("/api/pages", { pageIds });
  // The worst case: a sentence and a button on every row.
  mercer.changesPassword();
  for (const pageId of pageIds) await client.post(`/api/pages/${pageId}/check`);
  for (const { name, path, count } of SCREENS) {
    await page.addInitScript(watchScreen(path, count, pageIds.length));
    const rounds: Marks[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto(`${desk.url}${path}`);
      await page.waitForFunction(() => (window.marks?.filteredMs ?? 0) > 0);
      rounds.push(await page.evaluate(() => window.marks ?? { shownMs: 0, filteredMs: 0 }));
    }
    const value = median(rounds.map(({ filteredMs }) => filteredMs));
    printResult({
      bench: "pages",
      screen: name,
      pages: pageIds.length,
      value,
      unit: "ms until all Pages are shown and a search has answered",
      shown: median(rounds.map(({ shownMs }) => shownMs)),
      slowest: Math.max(...rounds.map(({ filteredMs }) => filteredMs)),
      must: "value < 1000",
      holds: value < 1000,
    });
  }
} finally {
  await end();
}
