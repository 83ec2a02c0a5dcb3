import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

const HARBOR = "Harbor Bikes";

// Default apps and other apps are the Page's: other stories have theirs.
test.use({ deskState: "fresh" });

test("an agent takes a conversation over from another app, answers, and hands it to the inbox", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const tova = await aPerson("Tova Takeover");
  const harbor = sim.page(HARBOR);
  harbor.setDefaultApp(sim.settings.appId);
  const otherId = harbor.installApp({ name: "Chat Helper" });
  await tova.says("Is anybody there?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Tova Takeover").click();
  await expect(inbox.reply).toBeVisible();
  harbor.setThreadOwner(tova.psid, otherId);
  await sim.settled();

  const note = page.getByRole("note").filter({ hasText: "You can read along here." });
  await expect(inbox.reply).toHaveCount(0);
  await note.getByRole("button", { name: "Take over" }).click();
  await expect(note).toHaveCount(0);
  await inbox.answer("I am here.");
  await expect.poll(tova.lastReceived).toBe("I am here.");

  await page.getByRole("button", { name: /^This desk answers/ }).click();
  await expect(page.getByText(/^This desk has the conversation, until/)).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /Hand to Chat Helper/ })).toBeVisible();
  await page.getByRole("menuitem", { name: /Hand to Facebook’s inbox/ }).click();
  await expect(note).toContainText("Facebook’s inbox is answering");
  await expect(inbox.reply).toHaveCount(0);
  await expect(
    inbox
      .thread("Tova Takeover")
      .getByText(/Facebook’s inbox/)
      .last(),
  ).toBeVisible();
});

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use(look.use);

    test("who answers can be read and changed by everybody", async ({ page, signIn, sim, aPerson, trouble }) => {
      trouble.expect(/status of 502/);
      await signIn();
      const siri = await aPerson("Siri Standby");
      const harbor = sim.page(HARBOR);
      const otherId = harbor.installApp({ name: "Chat Helper" });
      await siri.says("Hello?");
      harbor.setThreadOwner(siri.psid, otherId);
      await sim.settled();
      await page.goto("/inbox");
      const inbox = inboxOf(page);
      await inbox.row("Siri Standby").click();
      const note = page.getByRole("note").filter({ hasText: "You can read along here." });
      await expect(note).toBeVisible();
      await page.getByRole("button", { name: /answers\. Who answers/ }).click();
      await expect(page.getByText(/has the conversation, until/)).toBeVisible();
      await expectAccessible(page, "the menu of who answers");
      // The Page has no default app, so nobody may take: what would help is said.
      await page.getByRole("menuitem", { name: /Take over/ }).click();
      await expect(page.getByText(/Conversation Routing/)).toBeVisible();
      await expectAccessible(page, "a takeover that was refused");
    });
  });
}
