import { inboxOf, isInView, watchForMovement } from "../support/e2e-inbox";
import type { Person } from "../support/e2e-person";
import { expect, test } from "../support/e2e-test";
import { NORD_KAFFE } from "../support/owned-desk";

const MINUTE_MS = 60_000;

/** Says `count` things, the last one just now, one every ten minutes before. */
async function talks(person: Person, count: number, lastMs = Date.now()) {
  for (let n = 1; n <= count; n += 1) {
    await person.says(`Line ${n} of ${count}`, { atMs: lastMs - (count - n) * 10 * MINUTE_MS });
  }
}

test("a thread opens at the first unread message, under a line that says New", async ({ page, signIn, aPerson }) => {
  await signIn();
  // Of a Page to which few write: an old conversation is far down a list, and what is far down is not there yet.
  const [nina, other] = [await aPerson("Nina New", "Nord Kaffe"), await aPerson("Otto Other", "Nord Kaffe")];
  await nina.says("Something read long ago.", { atMs: Date.now() - 2000 * MINUTE_MS });
  await other.says("Hello");
  await page.goto(`/inbox?pageId=${NORD_KAFFE}`);
  const inbox = inboxOf(page);
  // That the old message was read reaches the desk when the new ones are there already: nobody has seen those.
  let isAllSaid = () => {};
  const allSaid = new Promise<void>((resolve) => {
    isAllSaid = resolve;
  });
  const isRead = "**/api/conversations/*/read";
  await page.route(isRead, async (route) => {
    await allSaid;
    await route.continue();
  });
  await inbox.row("Nina New").click();
  await expect(inbox.row("Nina New")).not.toContainText("unread");
  await inbox.row("Otto Other").click();
  await expect(inbox.thread("Otto Other")).toBeVisible();
  await talks(nina, 40);
  await expect(inbox.row("Nina New")).toContainText("41 unread messages");
  isAllSaid();
  await expect(inbox.row("Nina New")).toContainText("40 unread messages");
  await page.unroute(isRead);

  await inbox.row("Nina New").click();
  const thread = inbox.thread("Nina New");
  await expect(thread.getByText("New", { exact: true })).toBeVisible();
  const first = thread.getByText("Line 1 of 40");
  await expect.poll(() => isInView(first)).toBe(true);
  await expect.poll(() => isInView(thread.getByText("New", { exact: true }))).toBe(true);
  await expect(thread.getByText("Line 40 of 40")).not.toBeInViewport();
  await page.getByRole("button", { name: "Jump to the latest message" }).click();
  await expect(thread.getByText("Line 40 of 40")).toBeInViewport();
  await expect(inbox.row("Nina New")).not.toContainText("unread");
});

test("the first unread message is found however far up it is", async ({ page, signIn, aPerson }) => {
  await signIn();
  const [ugo, other] = [await aPerson("Ugo Unread"), await aPerson("Olga Other")];
  await other.says("Hello");
  await talks(ugo, 130);
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Ugo Unread").click();
  const thread = inbox.thread("Ugo Unread");
  await expect(thread.getByText("New", { exact: true })).toBeInViewport();
  await expect(thread.getByText("Line 1 of 130", { exact: true })).toBeInViewport();
});

test("150 older messages load upward without anything moving", async ({ page, signIn, aPerson }) => {
  await signIn();
  const olga = await aPerson("Olga Older");
  await talks(olga, 200);
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Olga Older").click();
  const thread = inbox.thread("Olga Older");
  await expect(thread.getByText("Line 1 of 200", { exact: true })).toBeInViewport();
  // Read now, so that it opens at its end and the older ones are not loaded yet.
  await expect(inbox.row("Olga Older")).not.toContainText("unread");
  await page.reload();
  await expect(thread.getByText("Line 200 of 200")).toBeInViewport();

  const held: (() => void)[] = [];
  await page.route(/\/messages\?.*cursor=/, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await thread.hover();
  for (let loaded = 0; loaded < 3; loaded += 1) {
    await expect(async () => {
      await page.mouse.wheel(0, -250);
      expect(held.length).toBeGreaterThan(loaded);
    }).toPass({ intervals: [50] });
    await expect(page.getByText("Loading earlier messages…")).toBeVisible();
    const watch = await watchForMovement(thread);
    const heightBefore = await thread.evaluate((log) => log.scrollHeight);
    held[loaded]?.();
    await expect.poll(() => thread.evaluate((log) => log.scrollHeight)).toBeGreaterThan(heightBefore + 500);
    expect(await watch.end(), "px that what was being read has moved").toBeLessThanOrEqual(2);
  }
  await expect(async () => {
    await page.mouse.wheel(0, -2000);
    await expect(thread.getByText("This is where the conversation begins")).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50] });
  await expect(thread.getByText("Line 1 of 200", { exact: true })).toBeInViewport();
});

test("a reader further up is not moved by what comes, and can jump to it", async ({ page, signIn, aPerson }) => {
  await signIn();
  const [uma, other] = [await aPerson("Uma Up"), await aPerson("Oleg Other")];
  await other.says("Hello");
  await talks(uma, 45);
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Uma Up").click();
  // Read now, so that it opens at its end.
  await expect(inbox.row("Uma Up")).not.toContainText("unread");
  await inbox.row("Oleg Other").click();
  await expect(inbox.thread("Oleg Other")).toBeVisible();
  await inbox.row("Uma Up").click();
  const thread = inbox.thread("Uma Up");
  await expect(thread.getByText("Line 45 of 45")).toBeInViewport();
  await thread.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -1200);
    await expect(thread.getByText("Line 10 of 45", { exact: true })).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50] });
  const watched = thread.getByText("Line 10 of 45", { exact: true });
  const before = await watched.boundingBox();
  await uma.says("Are you still reading?");
  const jump = page.getByRole("button", { name: "1 new message" });
  await expect(jump).toBeVisible();
  expect(Math.abs(((await watched.boundingBox())?.y ?? 0) - (before?.y ?? Number.NaN))).toBeLessThanOrEqual(2);
  await jump.click();
  await expect(thread.getByText("Are you still reading?")).toBeInViewport();
  await expect(jump).toBeHidden();
});

test("days are named, and the exact time is there on hover", async ({ page, signIn, aPerson }) => {
  await signIn();
  const dia = await aPerson("Dia Day");
  const lastYear = new Date().getFullYear() - 1;
  await dia.says("Long ago", { atMs: new Date(lastYear, 0, 5, 12, 30, 15).getTime() });
  await dia.says("Just now");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Dia Day").click();
  const thread = inbox.thread("Dia Day");
  await expect(thread.getByText("Today")).toBeVisible();
  await expect(thread.getByText(`January 5, ${lastYear}`, { exact: true })).toBeVisible();
  await expect(thread.getByTitle(/12:30:15/).first()).toBeVisible();
});
