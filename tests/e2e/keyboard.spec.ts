import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh" });

test("from the list to a sent reply without a mouse", async ({ page, signIn, aPerson }) => {
  await signIn();
  const [ana, jon, lucia] = [await aPerson("Ana Lima"), await aPerson("Jon Whitaker"), await aPerson("Lucía Ortega")];
  await ana.says("From Ana");
  await jon.says("From Jon");
  await lucia.says("From Lucía");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await expect(inbox.rows).toContainText(["Lucía Ortega", "Jon Whitaker", "Ana Lima"]);

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tab", { name: "All" })).toBeFocused();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(inbox.row("Lucía Ortega")).toBeFocused({ timeout: 50 });
  }).toPass({ timeout: 5_000, intervals: [10] });
  await page.keyboard.press("ArrowDown");
  await expect(inbox.row("Jon Whitaker")).toBeFocused();
  await page.keyboard.press("End");
  await expect(inbox.row("Ana Lima")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(inbox.row("Lucía Ortega")).toBeFocused();
  await page.keyboard.press("j");
  await expect(inbox.row("Jon Whitaker")).toBeFocused();
  await page.keyboard.press("Enter");

  await expect(inbox.thread("Jon Whitaker").getByText("From Jon")).toBeVisible();
  await expect(inbox.reply).toBeFocused();
  await page.keyboard.type("Answered by keyboard j k");
  await page.keyboard.press("Enter");
  await expect(inbox.thread("Jon Whitaker").getByText("Delivered")).toBeVisible();
  expect(jon.lastReceived()).toBe("Answered by keyboard j k");
  await expect(inbox.reply).toBeFocused();
});

test("what a person says is announced to a screen reader, and dialogs give the focus back", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.sendsImage();
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Ana Lima").press("Enter");
  const picture = inbox.thread("Ana Lima").getByRole("button", { name: "Open image" });
  await picture.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Image" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Image" })).toBeHidden();
  await expect(picture).toBeFocused();
  await ana.says("Can you hear me?");
  await expect(page.locator("[aria-live=polite]").filter({ hasText: "Ana Lima: Can you hear me?" })).toBeAttached();
});

test("another Page is chosen, and a setting changed, without a mouse", async ({ page, signIn, aPerson }) => {
  await signIn();
  const lucia = await aPerson("Lucía Ortega", "Casa Verde");
  await lucia.says("Olives?");
  await page.goto("/inbox");
  await page.getByLabel("Page: All Pages").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Find a Page")).toBeFocused();
  await page.keyboard.type("nord");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/pageId=200000000000003/);
  await expect(page.getByRole("heading", { name: "No conversations on this Page yet" })).toBeVisible();

  await page.getByRole("button", { name: "Theme" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitemradio", { name: "Dark" }).press("Enter");
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/dark/);
});
