import type { Page } from "@playwright/test";
import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import type { Person } from "../support/e2e-person";
import { expect, test } from "../support/e2e-test";
import type { World } from "../support/e2e-world";

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use({ ...look.use, deskState: "fresh" });

    test("every screen with something on it is accessible", async ({ page, signIn, sim, aPerson }) => {
      test.slow();
      await signIn();
      const ana = await aPerson("Ana Lima");
      const jon = await aPerson("Jon Whitaker", "Casa Verde");
      await aTalkOfAllKinds({ page, sim, ana });
      await jon.says("Unread.");
      const inbox = inboxOf(page);

      await page.goto("/inbox");
      await expect(inbox.row("Jon Whitaker")).toBeVisible();
      await expectAccessible(page, "conversation list");
      await inbox.row("Ana Lima").click();
      await expect(inbox.thread("Ana Lima").getByText("Facebook has not confirmed this")).toBeVisible();
      await expectAccessible(page, "thread");
      await inbox.reply.fill("x".repeat(2005));
      await expectAccessible(page, "composer with too much in it");
      await inbox.reply.fill("");
      await inbox.thread("Ana Lima").getByRole("button", { name: "Open image" }).click();
      await expect(page.getByRole("dialog", { name: "Image" })).toBeVisible();
      await expectAccessible(page, "picture");
      await page.keyboard.press("Escape");

      await page.goto("/inbox?pageId=200000000000003");
      await expect(page.getByRole("heading", { name: "No conversations on this Page yet" })).toBeVisible();
      await expectAccessible(page, "empty list");

      await page.goto("/notifications");
      await expect(page.getByRole("row", { name: /Unreadable/ })).toBeVisible();
      await expectAccessible(page, "notifications");
      await page
        .getByRole("row", { name: /Applied/ })
        .first()
        .getByRole("link")
        .click();
      await expect(page.getByRole("tabpanel", { name: "Formatted" })).toBeVisible();
      await expectAccessible(page, "notification");
      await page.getByRole("button", { name: "Replay" }).click();
      await expect(page.getByText("A replay would change nothing")).toBeVisible();
      await expectAccessible(page, "replay");

      await page.goto("/errors");
      await expect(page.getByText("Another app has this conversation").first()).toBeVisible();
      await page.getByRole("button", { name: "Show errors" }).first().click();
      await page.getByText("What Meta said").first().click();
      await expectAccessible(page, "errors");
      await page.goto("/settings");
      await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
      await expectAccessible(page, "settings");
    });

    test("Pages, their picker and what needs a person are accessible", async ({ page, signIn, sim }) => {
      await signIn();
      sim.page("Casa Verde").unsubscribe();
      await page.goto("/pages");
      await expect(page.getByRole("list", { name: "Pages" }).getByRole("link", { name: "Nord Kaffe" })).toBeVisible();
      await expectAccessible(page, "Pages");
      await page.getByRole("button", { name: "More for Casa Verde" }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible(page, "menu of a Page");
      await page.getByRole("menuitem", { name: "Check now" }).click();
      await expect(page.getByText("Casa Verde: 1 problem found")).toBeVisible();
      await expectAccessible(page, "Pages with a problem");
      await page.getByRole("list", { name: "Pages" }).getByRole("link", { name: "Casa Verde" }).click();
      await expect(page.getByRole("heading", { name: "Fields" })).toBeVisible();
      await expectAccessible(page, "Page");
      await page.goto("/pages?connect=done");
      await expect(page.getByRole("dialog").getByRole("listitem")).toHaveCount(3);
      await expectAccessible(page, "picker");
      await page.goto("/pages?connect=cancelled");
      await expect(page.getByText("No Page was connected", { exact: true })).toBeVisible();
      await expectAccessible(page, "cancelled consent");
    });

    test("the screens in front of the desk are accessible", async ({ page, trouble }) => {
      trouble.expect(/status of 404/);
      for (const path of ["/sign-in", "/sign-in?error=OAuthCallback", "/setup", "/not-invited", "/no/such/page"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  });

  test.describe(`${look.name}, before anything is set up`, () => {
    test.use({ ...look.use, deskState: "unlinked" });

    test("every empty screen is accessible", async ({ page, signIn }) => {
      await signIn();
      for (const [path, heading] of [
        ["/inbox", "No Page is connected yet"],
        ["/pages", "No Page is connected yet"],
        ["/notifications", "No notification yet"],
        ["/errors", "Nothing is stuck"],
      ] as const) {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: heading })).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  });
}

/** Leaves a thread with everything a thread can show, and notifications and errors of several kinds. */
async function aTalkOfAllKinds({ page, sim, ana }: { page: Page; sim: World["sim"]; ana: Person }) {
  const inbox = inboxOf(page);
  await ana.says("Olá! https://example.com is where I saw it.", { atMs: Date.now() - 26 * 3_600_000 });
  await ana.says("Is it still there?");
  await ana.sendsImage();
  await ana.sends({ type: "file", payload: { url: `${sim.url}/_simulator/media/list.txt` } });
  await ana.postback("Talk to us", "HELP");
  await ana.says("Blue", { quickReplyPayload: "BLUE" });
  await sim.webhooks.inject({ raw: "not JSON" });
  await sim.webhooks.inject({ body: { object: "page", entry: [] }, signature: "bad" });
  await page.goto("/inbox");
  await inbox.row("Ana Lima").click();
  const thread = inbox.thread("Ana Lima");
  await inbox.reply.fill("Yes, it is.");
  await inbox.send.click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  await ana.reacts("love");
  sim.page("Harbor Bikes").inboxAnswers(ana.psid, "Said in Facebook's inbox.");
  sim.page("Harbor Bikes").otherAppAnswers(ana.psid, "Said by another app.");
  await sim.settled();
  // Signs of typing go the same way: the first call is not the message.
  sim.faults.failNext({ operation: "messages", times: null, code: 10, subcode: 2018300 });
  await inbox.reply.fill("This one is refused.");
  await inbox.send.click();
  await expect(thread.getByText("Not sent")).toBeVisible();
  sim.faults.clear();
  sim.faults.failNext({ operation: "messages", times: null, reset: true });
  await inbox.reply.fill("This one is uncertain.");
  await inbox.send.click();
  await expect(thread.getByText("Not confirmed", { exact: true })).toBeVisible();
  sim.faults.clear();
}
