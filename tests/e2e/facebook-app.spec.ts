import type { Page } from "@playwright/test";
import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh", ...LOOKS[0].use });

const cardOf = (page: Page, object: string) =>
  page
    .getByRole("region", { name: "What the app sends" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: object, exact: true }) });

test("the app's events go elsewhere: they are brought back from here, and Instagram is set up", async ({
  page,
  signIn,
  sim,
  desk,
}) => {
  await signIn();
  sim.app.change({ callbackUrl: "http://old-desk.example.test/api/webhook", fields: ["messages"] });
  await page.goto("/pages");
  await page.getByRole("link", { name: "Facebook app" }).click();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("The app's webhook goes to another address")).toBeVisible();
  const pages = cardOf(page, "Pages");
  await expect(pages.getByText("Goes to another address")).toBeVisible();
  await expect(pages.getByText("http://old-desk.example.test/api/webhook")).toBeVisible();
  await expectAccessible(page, "Facebook app that sends elsewhere");

  await pages.getByRole("button", { name: "Bring it to this desk" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bring it here" }).click();
  await expect(pages.getByText("Comes to this desk")).toBeVisible();
  await expect(pages.getByText("13 fields · v26.0")).toBeVisible();
  const instagram = cardOf(page, "Instagram");
  await expect(instagram.getByText("1 Page has an Instagram account; nothing of it arrives.")).toBeVisible();
  await instagram.getByRole("button", { name: "Set up from here" }).click();
  await expect(instagram.getByText("Comes to this desk")).toBeVisible();
  await expect(page.getByRole("button", { name: "Set up from here" })).toHaveCount(0);
  expect(sim.state.subscriptions.get("page")?.callbackUrl).toBe(`${desk.url}/api/webhook`);

  const token = page.getByRole("region", { name: "Verify token" });
  await expect(token).not.toContainText(desk.settings.verifyToken);
  await token.getByRole("button", { name: "Show" }).click();
  await expect(token).toContainText(desk.settings.verifyToken);
  await page.setViewportSize(LOOKS[1].use.viewport);
  await expectAccessible(page, "Facebook app on a phone");
  await page.getByRole("link", { name: "All Pages" }).click();
  const rows = page.getByRole("list", { name: "Pages" }).getByRole("listitem");
  await expect(rows.filter({ hasText: "Healthy" })).toHaveCount(3);
});

test("an app in development mode is noticed, and how to test it is told", async ({ page, signIn, sim, aPerson }) => {
  const ana = await aPerson("Ana Lima");
  await ana.says("Is anybody there?");
  sim.app.setMode("development");
  await signIn();
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Ana Lima").click();
  await inbox.reply.fill("Yes.");
  await inbox.reply.press("Enter");
  await expect(inbox.thread("Ana Lima").getByRole("button", { name: "Retry" })).toBeVisible();

  await page.goto("/pages/app");
  await expect(page.getByText("Facebook answers only for people with a role on the app")).toBeVisible();
  await page.getByRole("link", { name: "What this means, and how to test" }).click();
  await expect(page.getByRole("heading", { name: "Testing before the app is live" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Try it with test users" })).toBeVisible();
  await expectAccessible(page, "how to test");
});
