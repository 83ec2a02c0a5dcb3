import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh" });

test("what Meta sent is listed, with its payload and what became of it", async ({ page, signIn, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await page.goto("/notifications");
  await expect(page.getByRole("heading", { name: "No notification yet" })).toBeVisible();
  await ana.says("Is this thing on?");
  const table = page.getByRole("table", { name: "Notifications, newest first" });
  await expect(table.getByRole("row", { name: /Harbor Bikes messages Applied Valid/ })).toBeVisible();
  await ana.says("Hello?");
  await expect(table.getByRole("row")).toHaveCount(3);

  await table
    .getByRole("link", { name: /^Notification of / })
    .last()
    .click();
  await expect(page.getByRole("heading", { name: /^Notification/, level: 1 })).toContainText("Applied");
  await expect(page.getByRole("list", { name: "Events in this notification" })).toContainText("Applied");
  const payload = page.getByRole("tabpanel", { name: "Formatted" });
  await expect(payload).toContainText('"text": "Is this thing on?"');
  await page.getByRole("tab", { name: "As received" }).click();
  await expect(page.getByRole("tabpanel", { name: "As received" })).toContainText('"text":"Is this thing on?"');
  await page.getByRole("tab", { name: "Headers" }).click();
  await expect(page.getByRole("tabpanel", { name: "Headers" })).toContainText("sha256=");
  await page.getByRole("link", { name: "Open message" }).click();
  await expect(inboxOf(page).thread("Ana Lima").getByText("Is this thing on?")).toBeVisible();
});

test("a replay is tried without effect first, and doubles nothing", async ({ page, signIn, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says("Say it once.");
  await page.goto("/notifications");
  await page.getByRole("link", { name: /^Notification of / }).click();
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Replay this notification" });
  await expect(dialog.getByText("A replay would change nothing")).toBeVisible();
  await dialog.getByRole("button", { name: "Replay anyway" }).click();
  await expect(page.getByRole("region", { name: "What just happened" })).toContainText("Replayed:");
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Open message" }).click();
  await expect(inboxOf(page).thread("Ana Lima").getByText("Say it once.")).toHaveCount(1);
});

test("a body that cannot be read is kept and shown as it came", async ({ page, signIn, sim }) => {
  await signIn();
  await sim.webhooks.inject({ raw: "Meta had a bad day {" });
  await page.goto("/notifications");
  const row = page.getByRole("row", { name: /Unreadable/ });
  await row.getByRole("link").click();
  await expect(page.getByText("this is not a Page notification we can read")).toBeVisible();
  await expect(page.getByText("Meta had a bad day {", { exact: true })).toBeVisible();
  await page.getByRole("tab", { name: "Formatted" }).click();
  await expect(page.getByText("This is not JSON. See it as received.")).toBeVisible();
});

test("a wrong signature is listed as rejected, with the likely cause, and can be filtered for", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says("Genuine.");
  await sim.webhooks.inject({ body: { object: "page", entry: [] }, signature: "bad" });
  await page.goto("/notifications");
  await expect(page.getByRole("row", { name: /Rejected Invalid/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Outcome" }).click();
  await page.getByRole("option", { name: "Rejected" }).click();
  await expect(page).toHaveURL(/outcome=rejected/);
  await expect(page.getByRole("row", { name: /Applied/ })).toHaveCount(0);
  await page
    .getByRole("row", { name: /Rejected/ })
    .getByRole("link")
    .click();
  await expect(page.getByText("Refused: the signature was not made with our app secret.")).toBeVisible();
  await expect(page.getByText("It was signed with another secret than ours")).toBeVisible();
  await expect(page.getByRole("button", { name: "Replay", exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "All notifications" }).click();
  await expect(page).toHaveURL(/outcome=rejected/);
});
