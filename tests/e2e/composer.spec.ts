import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

const DAY_MS = 24 * 3_600_000;

for (const look of LOOKS) {
  test.describe(look.name, () => {
    // Old talks are out of view on a desk that many have written to.
    test.use({ ...look.use, deskState: "fresh" });

    test("after a day a reply goes out as a person's, after a week the composer says why none can", async ({
      page,
      signIn,
      aPerson,
    }) => {
      await signIn();
      const name = `Dina Deadline ${look.name}`;
      const dina = await aPerson(name);
      await dina.says("Hello from the day before yesterday", { atMs: Date.now() - 2 * DAY_MS });
      const late = await aPerson(`Wilma Week ${look.name}`);
      await late.says("Hello from last week", { atMs: Date.now() - 8 * DAY_MS });
      await page.goto("/inbox");
      const inbox = inboxOf(page);
      await inbox.row(name).click();
      await expect(page.getByText("Goes out as a human-agent reply")).toBeVisible();
      await expectAccessible(page, "composer after a day");
      await page.goto("/inbox");
      await inbox.row(`Wilma Week ${look.name}`).click();
      await expect(page.getByText("More than 7 days have passed since this person last wrote")).toBeVisible();
      await expect(inbox.reply).toHaveCount(0);
      await expectAccessible(page, "composer after a week");
    });
  });
}

test("quick replies, an emoji and a quote go out with the text", async ({ page, signIn, aPerson }) => {
  await signIn();
  const quentin = await aPerson("Quentin Quote");
  await quentin.says("Which colours are there?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Quentin Quote").click();
  const thread = inbox.thread("Quentin Quote");
  await thread.getByText("Which colours are there?").hover();
  await thread.getByRole("button", { name: "Answer this message" }).click();
  await expect(page.getByText("Answers Quentin Quote")).toBeVisible();
  await inbox.reply.fill("These ");
  await page.getByRole("button", { name: "Emoji" }).click();
  await page.getByRole("searchbox", { name: "Search emoji" }).fill("bicycle");
  await page.getByRole("button", { name: /^bicycle/ }).click();
  await expect(inbox.reply).toHaveValue("These 🚲");
  await page.getByRole("button", { name: "More to add" }).click();
  await page.getByRole("menuitem", { name: "Quick replies" }).click();
  await page.getByRole("textbox", { name: "What is offered" }).fill("Blue");
  await page.getByRole("textbox", { name: "What is offered" }).press("Enter");
  await inbox.send.click();
  await expect.poll(quentin.lastReceived).toBe("These 🚲");
  await expect(thread.getByRole("list", { name: "Quick replies offered" })).toContainText("Blue");
  await expect(page.getByText("Answers Quentin Quote")).toHaveCount(0);
});
