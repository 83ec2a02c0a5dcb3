import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.describe("when the desk is restarted", () => {
  test.use({ deskState: "fresh" });

  test("the badge says so, and what came meanwhile is there afterwards", async ({
    page,
    signIn,
    aPerson,
    sim,
    desk,
    trouble,
  }) => {
    trouble.expect(/net::ERR_/, /status of 50\d/);
    await signIn();
    const [ana, jon] = [await aPerson("Ana Lima"), await aPerson("Jon Whitaker")];
    await ana.says("Before.");
    await page.goto("/inbox");
    const inbox = inboxOf(page);
    const badge = page.getByRole("banner").getByRole("status");
    await expect(badge).toHaveText("Live");
    await inbox.row("Ana Lima").click();
    const thread = inbox.thread("Ana Lima");
    await expect(thread.getByText("Before.")).toBeVisible();
    await expect(inbox.place).not.toContainText("unread");
    await thread.hover(); // Away from the list, where a resting pointer would hold the rows in place.

    await desk.stop();
    await expect(badge).toHaveText("Reconnecting…");
    await expect(thread.getByText("Before.")).toBeVisible();
    await ana.says("Meanwhile.");
    await jon.says("Meanwhile too.");
    await desk.restart();
    await sim.advance(61_000);
    await expect(badge).toHaveText("Live", { timeout: 60_000 });
    await expect(thread.getByText("Meanwhile.")).toBeVisible();
    await expect(inbox.row("Jon Whitaker")).toContainText("Meanwhile too.");
    await expect(inbox.row("Jon Whitaker")).toContainText("1 unread message");

    await ana.says("Afterwards.");
    await expect(thread.getByText("Afterwards.")).toBeVisible();
    await inbox.answer("All is well.");
    await expect.poll(ana.lastReceived).toBe("All is well.");
  });

  test("a tab that has heard nothing yet misses nothing either", async ({
    page,
    signIn,
    aPerson,
    sim,
    desk,
    trouble,
  }) => {
    trouble.expect(/net::ERR_/, /status of 50\d/);
    await signIn();
    const ana = await aPerson("Ana Lima");
    await page.goto("/inbox");
    const badge = page.getByRole("banner").getByRole("status");
    await expect(badge).toHaveText("Live");
    await desk.stop();
    await expect(badge).toHaveText("Reconnecting…");
    await ana.says("Is anybody there?");
    await desk.restart();
    await sim.advance(61_000);
    await expect(badge).toHaveText("Live", { timeout: 60_000 });
    await expect(inboxOf(page).row("Ana Lima")).toContainText("Is anybody there?");
  });
});

test("two tabs show the same, whichever of them does it", async ({ page, context, signIn, aPerson }) => {
  await signIn();
  const tilda = await aPerson("Tilda Tabs");
  await page.goto("/inbox");
  const second = await context.newPage();
  await second.goto("/inbox");
  await tilda.says("Hello, both of you.");
  const [left, right] = [inboxOf(page), inboxOf(second)];
  await expect(left.row("Tilda Tabs")).toContainText("1 unread message");
  await expect(right.row("Tilda Tabs")).toContainText("1 unread message");

  await right.row("Tilda Tabs").click();
  await expect(left.row("Tilda Tabs")).not.toContainText("unread");
  await left.row("Tilda Tabs").click();
  await left.answer("Hello from the left.");
  await expect(right.thread("Tilda Tabs").getByText("Hello from the left.")).toBeVisible();
  await right.answer("And from the right.");
  await expect(left.thread("Tilda Tabs").getByText("And from the right.")).toBeVisible();
  await tilda.reads();
  await expect(left.thread("Tilda Tabs").getByText("Read", { exact: true })).toBeVisible();
  await expect(right.thread("Tilda Tabs").getByText("Read", { exact: true })).toBeVisible();
  expect(tilda.received().map(({ text }) => text)).toEqual(["Hello from the left.", "And from the right."]);
});

test("duplicates and disorder on the way change nothing in the thread", async ({ page, signIn, aPerson, sim }) => {
  await signIn();
  const dan = await aPerson("Dan Disorder");
  await dan.says("Zero.");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Dan Disorder").click();
  sim.webhooks.hold();
  for (const text of ["One.", "Two.", "Three."]) void dan.says(text);
  await sim.webhooks.release({ order: "reverse" });
  await sim.webhooks.repeat();
  const thread = inbox.thread("Dan Disorder");
  await expect(thread.getByText(/^(Zero|One|Two|Three)\.$/)).toHaveText(["Zero.", "One.", "Two.", "Three."]);
});
