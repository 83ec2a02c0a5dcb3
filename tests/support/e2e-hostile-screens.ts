import { expect, type Page } from "@playwright/test";
import { foundLiveCode } from "./e2e-live-code";

/** `says`: what has to stand there, each as text. */
export type Screen = { path: string; says: readonly string[]; open?: (page: Page) => Promise<unknown> };

/** Goes there, and looks at whether it says what it should, all of it as text. */
export async function visit(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  await screen.open?.(page);
  await look(page, screen);
}

/** Of screens that are laid out anew where there is little room. */
export async function visitWideAndNarrow(page: Page, screen: Screen): Promise<void> {
  await visit(page, screen);
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, screen);
  if (wide) await page.setViewportSize(wide);
}

async function look(page: Page, { path, says }: Screen): Promise<void> {
  await expectOnlyText(page, says, path);
  // What stands in the title is one text, and the only one.
  expect(await page.locator("title").count(), path).toBe(1);
}

/** Waits until the screen, or a part of it, says all of `texts`; nothing that was ever in it may be code. */
export async function expectOnlyText(page: Page, texts: readonly string[], where: string, part = "body") {
  const found = async () => ({
    missing: notIn(await page.evaluate(readScreen, part), texts),
    live: await foundLiveCode(page),
  });
  const patience = { timeout: 30_000, intervals: [20, 50, 100] };
  await expect.poll(found, { message: where, ...patience }).toEqual({ missing: [], live: [] });
}

/** Without white space, and what cannot be seen: names and files lose it on purpose. */
const squash = (text: string) => text.replace(/[\s\p{C}\ufffd]/gu, "");

function notIn(said: string, texts: readonly string[]): string[] {
  const squashed = squash(said);
  return texts.filter((text) => !squashed.includes(squash(text)));
}

/** Runs in the browser. Of a long list only the rows that can be seen are in the document: it is scrolled through. */
async function readScreen(part: string): Promise<string> {
  const root = document.querySelector(part);
  if (!root) return "";
  const parts: string[] = [];
  const read = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest("script, style")) parts.push(node.nodeValue ?? "");
    }
    parts.push("\n");
  };
  read();
  for (const element of [root, ...root.querySelectorAll("*")]) {
    // Taken before anything moves: a row that goes out of the document has no height any more.
    const height = element.clientHeight;
    const hidden = element.scrollHeight - height;
    if (height === 0 || hidden < 100 || !/auto|scroll/.test(getComputedStyle(element).overflowY)) continue;
    const before = element.scrollTop;
    for (let top = 0; top < hidden + height; top += height) {
      element.scrollTop = top;
      await new Promise(requestAnimationFrame);
      read();
    }
    element.scrollTop = before;
  }
  return parts.join("");
}
