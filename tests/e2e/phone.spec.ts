import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deskState: "fresh" });

test("on a phone one pane at a time: list, thread, back, and a reply", async ({ page, signIn, aPerson }) => {
  await signIn();
  const [ana, jon] = [await aPerson("Ana Lima"), await aPerson("Jon Whitaker")];
  await ana.says("Do you open on Sunday?");
  await jon.says("Is it blue?");
  const inbox = inboxOf(page);
  await page.goto("/inbox");
  await expect(inbox.reply).toHaveCount(0);
  await inbox.row("Ana Lima").tap();
  const thread = inbox.thread("Ana Lima");
  await expect(thread.getByText("Do you open on Sunday?")).toBeVisible();
  await expect(inbox.list).toBeHidden();
  await expect(inbox.place).toBeHidden();

  await page.getByRole("button", { name: "Back to the list" }).tap();
  await expect(inbox.row("Jon Whitaker")).toBeVisible();
  await expect(thread).toHaveCount(0);
  await inbox.row("Ana Lima").tap();

  // The keyboard of a phone has no Shift+Enter: its Enter breaks the line.
  await inbox.reply.tap();
  await page.keyboard.type("Yes,");
  await page.keyboard.press("Enter");
  await page.keyboard.type("from ten.");
  await expect(inbox.reply).toHaveValue("Yes,\nfrom ten.");
  await inbox.send.tap();
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(ana.lastReceived()).toBe("Yes,\nfrom ten.");
  await page.goBack();
  await expect(inbox.row("Ana Lima")).toContainText("You:");
});

test("who this is can be looked up", async ({ page, signIn, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says("Who am I?");
  const inbox = inboxOf(page);
  await page.goto("/inbox");
  await inbox.row("Ana Lima").tap();
  await page.getByRole("button", { name: "About this person" }).tap();
  const dialog = page.getByRole("dialog", { name: "About this person" });
  await expect(dialog.getByText(ana.psid)).toBeVisible();
  await expect(dialog.getByText("Harbor Bikes")).toBeVisible();
});

test("no screen is wider than the phone", async ({ page, signIn, aPerson, sim }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says(`A long one: ${"https://example.com/".padEnd(300, "x")} ${"W".repeat(400)}`);
  sim.faults.failNext({ operation: "messages", times: null, code: 10, subcode: 2018300 });
  const inbox = inboxOf(page);
  await page.goto("/inbox");
  await inbox.row("Ana Lima").tap();
  await inbox.reply.fill("Refused.");
  await inbox.send.tap();
  await expect(inbox.thread("Ana Lima").getByText("Not sent")).toBeVisible();
  const thread = new URL(page.url()).pathname;
  for (const path of [thread, "/inbox", "/pages", "/pages/200000000000001", "/notifications", "/errors", "/settings"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: path === thread ? 2 : 1 }).first()).toBeAttached();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
});
