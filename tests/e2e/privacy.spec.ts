import { readFileSync } from "node:fs";
import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test("an owner erases a person: gone from here, and from the tab of a colleague", async ({
  page,
  context,
  signIn,
  aPerson,
  trouble,
}) => {
  // The conversation that is open is asked for again, and is not there.
  trouble.expect(/404 \(Not Found\) \(.*\/api\/conversations\//);
  await signIn();
  const mia = await aPerson("Mia Moran");
  await mia.says("My number is 555 0100.");
  const inbox = inboxOf(page);
  await page.setViewportSize({ width: 1360, height: 800 });
  await page.goto("/inbox");
  await inbox.row("Mia Moran").click();
  await expect(inbox.thread("Mia Moran").getByText("555 0100")).toBeVisible();
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  const theirs = inboxOf(colleague);
  await theirs.reply.fill("Dear Mia");

  await page.getByRole("button", { name: "Erase this person" }).click();
  const question = page.getByRole("dialog", { name: "Erase Mia Moran?" });
  await expect(question).toContainText("This cannot be undone");
  await question.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Mia Moran was erased")).toBeVisible();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(inbox.row("Mia Moran")).toHaveCount(0);
  await expect(colleague.getByRole("heading", { name: "This conversation is not here" })).toBeVisible();
  await expect(theirs.row("Mia Moran")).toHaveCount(0);
  expect(await colleague.evaluate(() => JSON.stringify(localStorage))).not.toContain("Dear Mia");
  await colleague.close();

  await mia.says("Hello again");
  await expect(inbox.row("Mia Moran")).toContainText("Hello again");
});

test("the owner writes the privacy page, and anybody reads it, on a phone too", async ({
  page,
  signIn,
  browser,
  desk,
}) => {
  await signIn();
  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Privacy page" });
  await section.getByRole("textbox", { name: "Text" }).fill("# About us\n\nWe keep <b>little</b>.");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The privacy page has the new text")).toBeVisible();

  const stranger = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: desk.url });
  const theirs = await stranger.newPage();
  await theirs.goto("/privacy");
  await expect(theirs.getByRole("heading", { name: "About us" })).toBeVisible();
  await expect(theirs.getByText("We keep <b>little</b>.")).toBeVisible();
  await theirs.goto("/data-deletion?code=unknown");
  await expect(theirs.getByText("We do not know this code")).toBeVisible();
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await stranger.close();

  await section.getByRole("button", { name: "Use the built-in text" }).click();
  await expect(section.getByRole("textbox", { name: "Text" })).toHaveValue(/What we keep/);
});

test("a browser forgets what was being written to somebody who was erased while another conversation was open", async ({
  page,
  context,
  signIn,
  aPerson,
  trouble,
}) => {
  // Every browser looks for itself whether the conversations of its drafts are still there.
  trouble.expect(/404 \(Not Found\) \(.*\/api\/conversations\//);
  await signIn();
  const nia = await aPerson("Nia Noor");
  const ola = await aPerson("Ola Orr");
  await nia.says("Forget me.");
  await ola.says("Hello.");
  const inbox = inboxOf(page);
  await page.setViewportSize({ width: 1360, height: 800 });
  await page.goto("/inbox");
  await inbox.row("Nia Noor").click();
  await inbox.reply.fill("Dear Nia");
  await inbox.row("Ola Orr").click();
  await inbox.reply.fill("Dear Ola");
  const colleague = await context.newPage();
  await colleague.goto("/inbox");
  await inboxOf(colleague).row("Nia Noor").click();
  await colleague.getByRole("button", { name: "Erase this person" }).click();
  await colleague.getByRole("button", { name: "Erase for good" }).click();
  await expect(colleague.getByText("Nia Noor was erased")).toBeVisible();
  await colleague.close();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Dear Nia");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain("Dear Ola");
});

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use({ ...look.use, deskState: "fresh" });

    test("an owner says how long things are kept, is asked before something goes, and saves a person as a file", async ({
      page,
      signIn,
      aPerson,
      trouble,
    }) => {
      trouble.expect(/404 \(Not Found\) \(.*\/api\/notifications\/999999/);
      await signIn();
      const pia = await aPerson("Pia Park");
      await pia.says("Keep this for me.");
      await page.goto("/settings");
      const section = page.getByRole("region", { name: "How long things are kept" });
      const payloads = section.getByRole("combobox", { name: "Payloads" });
      await expect(payloads).toHaveText("30 days");
      await expectAccessible(page, "settings");
      await payloads.click();
      await page.getByRole("option", { name: "7 days" }).click();
      const question = page.getByRole("dialog", { name: "Delete what is older?" });
      await expect(question).toContainText("Payloads older than 7 days");
      await expectAccessible(page, "question before deleting");
      await question.getByRole("button", { name: "Cancel" }).click();
      await expect(payloads).toHaveText("30 days");
      await payloads.click();
      await page.getByRole("option", { name: "7 days" }).click();
      await question.getByRole("button", { name: "Delete and save" }).click();
      await expect(question).toBeHidden();
      await expect(payloads).toHaveText("7 days");
      // Longer needs no question.
      await section.getByRole("combobox", { name: "Copies of pictures and files" }).click();
      await page.getByRole("option", { name: "90 days" }).click();
      await expect(section.getByRole("combobox", { name: "Copies of pictures and files" })).toHaveText("90 days");
      await page.reload();
      await expect(payloads).toHaveText("7 days");

      await page.goto("/inbox");
      await inboxOf(page).row("Pia Park").click();
      if (look.use.viewport.width < 1280) await page.getByRole("button", { name: "About this person" }).click();
      const saved = page.waitForEvent("download");
      await page.getByRole("link", { name: "Export as a file" }).click();
      const download = await saved;
      expect(download.suggestedFilename()).toMatch(/^person-\d+\.json$/);
      expect(readFileSync(await download.path(), "utf8")).toContain("Keep this for me.");
      await expectAccessible(page, "contact");

      await page.goto("/notifications/999999");
      await expect(page.getByRole("heading", { name: "This payload is not here any more" })).toBeVisible();
      await expectAccessible(page, "payload that is gone");
    });
  });
}
