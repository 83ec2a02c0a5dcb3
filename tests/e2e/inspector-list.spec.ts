import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh" });

const tableOf = (page: Page) => page.getByRole("table", { name: "Notifications, newest first" });
const linksOf = (page: Page) => tableOf(page).getByRole("link", { name: /^Notification of / });

test("filters are kept in the address and by the browser's Back", async ({ page, signIn, aPerson, sim }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  const jon = await aPerson("Jon Whitaker", "Casa Verde");
  await ana.says("The blue bicycle, please.");
  await jon.says("A table for two.");
  await sim.webhooks.inject({ raw: "not JSON" });
  await page.goto("/notifications");
  await expect(linksOf(page)).toHaveCount(3);

  await page.getByRole("searchbox", { name: "Words in the payload" }).fill("bicycle");
  await expect(page).toHaveURL(/q=bicycle/);
  await expect(linksOf(page)).toHaveCount(1);
  await page.getByRole("searchbox", { name: "PSID or IGSID" }).fill(jon.psid);
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("searchbox", { name: "PSID or IGSID" })).toHaveValue(jon.psid);
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(linksOf(page)).toHaveCount(3);
  await expect(page).toHaveURL(/\/notifications$/);

  await page.getByRole("button", { name: "Problems only" }).click();
  await expect(page).toHaveURL(/problems=true/);
  await expect(linksOf(page)).toHaveCount(1);
  await expect(page.getByRole("row", { name: /Unreadable/ })).toBeVisible();
  await page.goBack();
  await expect(linksOf(page)).toHaveCount(3);

  await page.getByRole("combobox", { name: "Field" }).click();
  await page.getByRole("combobox", { name: "Find a field" }).fill("message_reads");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/field=message_reads/);
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
  await page.goto("/notifications?within=15m");
  await expect(linksOf(page)).toHaveCount(3);
  await page.getByRole("combobox", { name: "Time" }).click();
  await page.getByRole("option", { name: "Between…" }).click();
  await page.getByLabel("To", { exact: true }).fill("2020-01-01T00:00");
  await expect(page).toHaveURL(/to=\d+/);
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
  await page.getByLabel("From", { exact: true }).fill("2021-01-01T00:00");
  await expect(page.getByText("From has to be before To.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(page.getByLabel("From", { exact: true })).toBeHidden();
  await expect(linksOf(page)).toHaveCount(3);
});

test("new rows come on top, but not under a resting mouse, and not while paused", async ({ page, signIn, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says("One");
  await page.goto("/notifications");
  await expect(linksOf(page)).toHaveCount(1);
  await ana.says("Two");
  await expect(linksOf(page)).toHaveCount(2);

  await tableOf(page).hover();
  await ana.says("Three");
  const waiting = page.getByRole("button", { name: "1 new notification" });
  await expect(waiting).toBeVisible();
  await expect(linksOf(page)).toHaveCount(2);
  await page.mouse.move(0, 0);
  await expect(waiting).toBeHidden();
  await expect(linksOf(page)).toHaveCount(3);

  await page.getByRole("button", { name: "Pause" }).click();
  await ana.says("Four");
  await ana.says("Five");
  await page.getByRole("button", { name: "2 new notifications" }).click();
  await expect(linksOf(page)).toHaveCount(5);
  await ana.says("Six");
  await expect(page.getByRole("button", { name: "1 new notification" })).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(linksOf(page)).toHaveCount(6);
});

test("a long list is walked through by keyboard, and only what is in view is in the document", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  for (let index = 0; index < 130; index += 1) await ana.says(`Message ${index}`);
  await page.goto("/notifications");
  await expect(linksOf(page).first()).toBeVisible();
  expect(await linksOf(page).count()).toBeLessThan(60);
  await linksOf(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(linksOf(page).nth(1)).toBeFocused();
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(page.locator("tr", { has: page.locator(":focus") })).toHaveAttribute("aria-rowindex", "131", {
      timeout: 500,
    });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tabpanel", { name: "Formatted" })).toContainText('"text": "Message 0"');
});

test("chosen notifications are compared, and replayed as a job with its progress", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  for (const text of ["One", "Two", "Three"]) await ana.says(text);
  await page.goto("/notifications");
  const boxes = tableOf(page).getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { name: "Compare two notifications" })).toBeVisible();
  const lines = page.getByRole("list", { name: "Both payloads, line by line" });
  await expect(lines.getByRole("deletion").filter({ hasText: '"text": "Three"' })).toBeVisible();
  await expect(lines.getByRole("insertion").filter({ hasText: '"text": "Two"' })).toBeVisible();
  await page.getByRole("link", { name: "All notifications" }).click();

  await boxes.nth(0).check();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Chosen notifications" });
  await expect(bar).toContainText("3 chosen");
  await bar.getByRole("button", { name: "Replay 3" }).click();
  const dialog = page.getByRole("dialog", { name: "Replay 3 notifications" });
  await dialog.getByRole("button", { name: "Try it without changing anything" }).click();
  await expect(dialog.getByRole("status")).toContainText("Nothing would change");
  await dialog.getByRole("button", { name: "Replay 3 notifications" }).click();
  await expect(dialog.getByRole("status")).toContainText("Nothing changed");
  await expect(dialog.getByText("3 of 3")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(bar).toBeHidden();

  await page.getByRole("link", { name: "Replays" }).click();
  const replays = page.getByRole("list", { name: "Newest replays" }).getByRole("listitem");
  await expect(replays).toHaveCount(2);
  await expect(replays.first()).toContainText("3 chosen notifications");
  await expect(replays.last()).toContainText("Dry run");
});

test("something rare is looked for by itself, step by step, and can be stopped", async ({ page, signIn, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says("One of many.");
  // Stands for a desk with so much in it that no answer of the server comes to an end.
  let asked = 0;
  await page.route(/\/api\/notifications\?.*q=rare/, (route) => {
    asked += 1;
    return route.fulfill({
      json: { notifications: [], nextCursor: `step-${asked}`, reachedAt: Date.now() - asked * 1000 },
    });
  });
  await page.goto("/notifications?q=rare");
  await expect(page.getByText("Looking further back… (reached")).toBeVisible();
  await expect.poll(() => asked).toBeGreaterThan(3);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped looking. (reached")).toBeVisible();
  const before = asked;
  await page.getByRole("button", { name: "Look further" }).click();
  await expect.poll(() => asked).toBeGreaterThan(before + 1);
});

test("the browser's Back finds the list scrolled as it was left", async ({ page, signIn, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  for (let index = 0; index < 60; index += 1) await ana.says(`Message ${index}`);
  await page.goto("/notifications");
  await expect(linksOf(page).first()).toBeVisible();
  const scrollTop = () => page.locator("#content").evaluate((content) => content.scrollTop);
  // As the rows come in the list grows: what is asked of a short one is cut off.
  await expect
    .poll(() =>
      page.locator("#content").evaluate((content) => {
        content.scrollTo({ top: 1200 });
        return content.scrollTop;
      }),
    )
    .toBe(1200);
  await linksOf(page).nth(20).scrollIntoViewIfNeeded();
  const left = await scrollTop();
  expect(left).toBeGreaterThan(300);
  await linksOf(page).nth(20).click();
  await expect(page.getByRole("tree", { name: "Payload" })).toBeVisible();
  await page.goBack();
  await expect(linksOf(page).first()).toBeVisible();
  await expect.poll(async () => Math.abs((await scrollTop()) - left)).toBeLessThan(50);
});
