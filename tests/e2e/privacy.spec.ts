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
