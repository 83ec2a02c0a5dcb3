import type { Page } from "@playwright/test";
import { PAGE_PERMISSIONS } from "@/lib/pages/consent-permissions";
import { expectAccessible } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";
import { DANA, HARBOR_BIKES } from "../support/owned-desk";

const WEEK_MS = 7 * 24 * 3_600_000;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };

/** In both themes, at the desk and on a phone. */
async function expectAccessibleAtBoth(page: Page, what: string) {
  await expectAccessible(page, what);
  await page.setViewportSize(PHONE);
  await expectAccessible(page, `${what} on a phone`);
  await page.setViewportSize(DESKTOP);
}

test.describe("beyond replies", () => {
  // Old talks are out of view on a desk that many have written to; and a Page gets another token here.
  test.use({ deskState: "fresh" });

  test("a utility template is made, approved, and sent to somebody who wrote last week", async ({
    page,
    signIn,
    sim,
    aPerson,
  }) => {
    await signIn();
    const ute = await aPerson("Ute Utility");
    await ute.says("Tell me when it ships.", { atMs: Date.now() - WEEK_MS - 60_000 });
    const templates = `/pages/${HARBOR_BIKES}/templates`;
    await page.goto(templates);
    await expect(page.getByRole("link", { name: "Connect with this permission" })).toBeVisible();
    const permissions = [...PAGE_PERMISSIONS, "page_utility_messaging"];
    await page.evaluate(pasteToken, sim.user(DANA).issuesPageToken(HARBOR_BIKES, { permissions }).value);

    await page.goto(templates);
    await page.getByRole("button", { name: "New template" }).click();
    const create = page.getByRole("dialog", { name: "New utility template" });
    await create.getByRole("textbox", { name: "Name" }).fill("Order Shipped 1");
    await create.getByRole("textbox", { name: "Text", exact: true }).fill("{{1}} is on its way.");
    await create.getByRole("button", { name: "Send to review" }).click();
    await expect(create.getByText("Use small letters, digits and underscores.")).toBeVisible();
    await expect(create.getByText("The text may neither begin nor end with a blank.")).toBeVisible();
    await create.getByRole("textbox", { name: "Name" }).fill("order_shipped");
    await create.getByRole("textbox", { name: "Text", exact: true }).fill("Your order {{1}} is on its way.");
    await create.getByRole("textbox", { name: "Example for {{1}}" }).fill("A-17");
    await expectAccessibleAtBoth(page, "new template");
    await create.getByRole("button", { name: "Send to review" }).click();
    const made = page.getByRole("list", { name: "Templates of this Page" }).getByRole("listitem");
    await expect(made).toContainText("Approved");
    await expectAccessibleAtBoth(page, "templates");

    await page.goto("/inbox");
    const inbox = inboxOf(page);
    await inbox.row("Ute Utility").click();
    await expect(inbox.reply).toHaveCount(0);
    await page.getByRole("button", { name: "Utility template" }).click();
    const fill = page.getByRole("dialog", { name: "Send a utility template" });
    await fill.getByRole("textbox", { name: "Blank 1" }).fill("B-42");
    await expectAccessibleAtBoth(page, "filling a template in");
    await fill.getByRole("button", { name: "Send template" }).click();
    await expect(inbox.thread("Ute Utility").getByText("Your order B-42 is on its way.")).toBeVisible();
    await expect.poll(() => sim.accepted().map(({ messagingType }) => messagingType)).toEqual(["UTILITY"]);
  });

  test("somebody agrees to be told once, and is", async ({ page, signIn, sim, aPerson }) => {
    await signIn();
    const olga = await aPerson("Olga Once");
    await olga.says("When is the blue one back?");
    await page.goto("/inbox");
    const inbox = inboxOf(page);
    await inbox.row("Olga Once").click();
    await page.getByRole("button", { name: "More to add" }).click();
    await page.getByRole("menuitem", { name: "Ask for a one-time notification" }).click();
    const ask = page.getByRole("dialog", { name: "Ask for a one-time notification" });
    await ask.getByRole("textbox", { name: "What they will be told about" }).fill("When the blue one is back");
    await ask.getByRole("textbox", { name: "Topic" }).fill("RESTOCK_BLUE");
    await expectAccessibleAtBoth(page, "asking for a notification");
    await ask.getByRole("button", { name: "Ask", exact: true }).click();
    const thread = inbox.thread("Olga Once");
    await expect(thread.getByText("When the blue one is back")).toBeVisible();
    await expect.poll(() => sim.accepted().length).toBe(1);
    sim.person("Olga Once", HARBOR_BIKES).agreesToNotification();

    await page.getByRole("button", { name: "More to add" }).click();
    await page.getByRole("menuitem", { name: "Use the one-time notification" }).click();
    const use = page.getByRole("dialog", { name: "Use a one-time notification" });
    await use.getByRole("textbox", { name: "Message" }).fill("It is back.");
    await expectAccessibleAtBoth(page, "using a notification");
    await use.getByRole("button", { name: "Use and send" }).click();
    await expect.poll(olga.lastReceived).toBe("It is back.");
    const about = page.getByRole("complementary", { name: "About Olga Once" });
    await expect(about.getByRole("listitem")).toContainText("Used");

    await page.goto(`/pages/${HARBOR_BIKES}/one-time`);
    await expect(page.getByRole("list", { name: "Topics of one-time notifications" })).toContainText("Nobody waits");
    await page.getByRole("combobox", { name: "Show" }).click();
    await page.getByRole("option", { name: "Used" }).click();
    await expect(page.getByRole("link", { name: "Olga Once" })).toBeVisible();
    await expectAccessibleAtBoth(page, "one-time notifications");
  });
});

/** Runs in the browser. */
async function pasteToken(token: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch("/api/pages/token", { method: "POST", headers, body: JSON.stringify({ token }) });
  if (!response.ok) throw new Error(`The token was answered ${response.status}.`);
}
