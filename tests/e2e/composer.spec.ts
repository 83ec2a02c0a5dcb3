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
      await page.getByRole("button", { name: "Goes out as a human-agent reply" }).click();
      await expect(page.getByText("no promotions, nothing automatic")).toBeVisible();
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

test("quick replies are typed at the desk and on a phone; they stay when they are closed, and come back when removed", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const quinn = await aPerson("Quinn Quick");
  await quinn.says("Which size?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Quinn Quick").click();
  await page.getByRole("button", { name: "More to add" }).click();
  await page.getByRole("menuitem", { name: "Quick replies" }).click();
  const title = page.getByRole("textbox", { name: "What is offered" });
  const payload = page.getByRole("textbox", { name: "Payload, if not the same" });
  await expect(title).toBeFocused();
  for (const { use } of LOOKS) {
    await page.setViewportSize(use.viewport);
    for (const field of [title, payload]) expect((await field.boundingBox())?.width).toBeGreaterThan(150);
  }
  await title.fill("Open the shop now please");
  await expect(page.getByText("4 characters too many.")).toBeVisible();
  await title.fill("One");
  await title.press("Enter");
  await title.press("Escape");
  await expect(title).toHaveCount(0);
  await expect(inbox.reply).toBeFocused();
  const editor = page.getByRole("region", { name: "Quick replies" });
  await expect(editor.getByRole("listitem")).toHaveText(["One"]);
  await editor.getByRole("button", { name: "Edit" }).click();
  for (let size = 2; size <= 13; size++) {
    await title.fill(`Size ${size}`);
    await title.press("Enter");
  }
  await expect(inbox.reply).toBeFocused();

  // As much as is left with an on-screen keyboard.
  await page.setViewportSize({ width: 390, height: 450 });
  await inbox.reply.fill("One\nTwo\nThree\nFour\nFive\nSix\nSeven\nEight");
  for (const part of [inbox.reply, inbox.send]) await expect(part).toBeInViewport({ ratio: 1 });
  expect((await inbox.thread("Quinn Quick").boundingBox())?.height).toBeGreaterThan(60);

  await editor.getByRole("button", { name: "Remove all quick replies" }).click();
  await expect(editor).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(editor.getByRole("listitem")).toHaveCount(13);
});

test("a dialog of the composer leads to what is to be written, and to what is missing", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const toni = await aPerson("Toni Template");
  await toni.says("Do you have a shop?");
  await page.goto("/inbox");
  await inboxOf(page).row("Toni Template").click();
  await page.getByRole("button", { name: "More to add" }).click();
  await page.getByRole("menuitem", { name: "Text with buttons" }).click();
  const dialog = page.getByRole("dialog", { name: "Text with buttons" });
  const words = dialog.getByRole("textbox", { name: "Words on the button" });
  await expect(dialog.getByRole("textbox", { name: "Text", exact: true })).toBeFocused();
  await page.keyboard.type("Yes");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(words).toBeFocused();
  await dialog.getByRole("button", { name: "Add a button" }).click();
  await expect(words.nth(1)).toBeFocused();
  await expect(dialog.getByText("Write something here.")).toHaveCount(1);
});
