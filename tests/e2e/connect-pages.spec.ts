import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/e2e-axe";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "unlinked", mayOpenSimulator: true });

/** From the list of Pages through the guide to Facebook's dialog. */
async function goToDialog(page: Page) {
  await page.goto("/pages");
  await page.getByRole("link", { name: "Connect Pages" }).click();
  await page.getByRole("link", { name: "Continue to Facebook" }).click();
}

/** Through Facebook's dialog as this person, with every permission and every Page. */
async function consentAs(page: Page, person: string) {
  await goToDialog(page);
  await page.getByRole("link", { name: person }).click();
  await page.getByRole("button", { name: "Allow" }).click();
}

function pickerOf(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Which Pages should this desk answer?" });
  const list = dialog.getByRole("list", { name: "Your Pages at Facebook" });
  return {
    dialog,
    list,
    rows: list.getByRole("listitem"),
    search: dialog.getByRole("searchbox", { name: "Find a Page" }),
  };
}

test("somebody with 150 Pages finds one by its name and links it", async ({ page, signIn, sim }) => {
  await signIn();
  await consentAs(page, "Many Mercer");
  const { dialog, rows, search } = pickerOf(page);
  await expect(rows).toHaveCount(150);

  const [name = ""] = [...sim.user("Many Mercer").user.pages.keys()].slice(122).map((id) => sim.page(id).page.name);
  await search.fill(name);
  await expect(rows).toHaveCount(1);
  await search.fill("no Page is called this");
  await expect(dialog.getByText("No Page has “no Page is called this” in its name.")).toBeVisible();
  await search.fill(name);
  await dialog.getByRole("checkbox", { name, exact: true }).check();
  await search.fill("");
  await expect(rows).toHaveCount(150);
  await expect(dialog.getByText("1 selected")).toBeVisible();
  await dialog.getByRole("button", { name: "Link 1 Page" }).click();
  await expect(dialog.getByText("1 Page is linked")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("list", { name: "Pages" }).getByRole("link", { name })).toBeVisible();
});

test("all 150 Pages are linked at once", async ({ page, signIn, sim }) => {
  await signIn();
  await consentAs(page, "Many Mercer");
  const { dialog, rows } = pickerOf(page);
  await expect(rows).toHaveCount(150);
  await dialog.getByRole("checkbox", { name: "Select all that can be linked" }).check();
  await dialog.getByRole("button", { name: "Link 150 Pages" }).click();
  await expect(dialog.getByText("150 Pages are linked")).toBeVisible({ timeout: 150_000 });
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("150 Pages are linked")).toBeVisible();
  const pageIds = [...sim.user("Many Mercer").user.pages.keys()];
  expect(pageIds.filter((id) => sim.page(id).subscribedFields() === null)).toEqual([]);
});

test("a Page that cannot be picked says why", async ({ page, signIn }) => {
  await signIn();
  await consentAs(page, "Tara Tasks");
  const { list } = pickerOf(page);
  await expect(list.getByRole("checkbox", { name: "Casa Verde" })).toBeEnabled();
  const noRole = list.getByRole("checkbox", { name: "Nord Kaffe" });
  await expect(noRole).toBeDisabled();
  await expect(noRole).toHaveAccessibleDescription("Your role on this Page does not include messages.");
  await expect(list.getByText("Your role on this Page does not include messages.")).toBeVisible();
});

test("cancelling Facebook's dialog is said politely", async ({ page, signIn }) => {
  await signIn();
  await goToDialog(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("No Page was connected", { exact: true })).toBeVisible();
  await expect(page.getByText("Connect Pages whenever you are ready.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Connect Pages" })).toBeVisible();
});

test("declining a permission is shown on every Page that needs it, and it is asked for again", async ({
  page,
  signIn,
}) => {
  await signIn();
  await goToDialog(page);
  await page.getByRole("link", { name: "Dana Demo" }).click();
  await page.getByRole("checkbox", { name: /pages_messaging/ }).uncheck();
  await page.getByRole("button", { name: "Allow" }).click();
  const { rows, list } = pickerOf(page);
  await expect(rows).toHaveCount(3);
  await expect(list.getByText("You declined a permission that it needs: pages_messaging.")).toHaveCount(3);
  await expect(list.getByRole("checkbox", { disabled: true })).toHaveCount(3);

  const { dialog } = pickerOf(page);
  await expect(dialog.getByText("A permission was declined")).toBeVisible();
  await dialog.getByRole("link", { name: "Ask for it again" }).click();
  await page.getByRole("link", { name: "Dana Demo" }).click();
  await page.getByRole("checkbox", { name: /pages_messaging/ }).check();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(list.getByRole("checkbox", { disabled: true })).toHaveCount(0);
});

test("the guide says what is asked for, takes a pasted token, and can be skipped", async ({
  page,
  signIn,
  sim,
  trouble,
}) => {
  trouble.expect(/status of 422/);
  await signIn();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/pages");
  await page.getByRole("link", { name: "Connect Pages" }).click();
  const permissions = page.getByRole("list", { name: "What Facebook asks for" });
  await expect(permissions.getByText("Declined: the list stays empty")).toBeVisible();
  await expect(permissions.getByRole("listitem")).toHaveCount(5);
  await page.getByRole("checkbox", { name: "Instagram messages too" }).check();
  await expect(permissions.getByRole("listitem")).toHaveCount(7);
  await expectAccessible(page, "the guide before Facebook's dialog");

  const token = page.getByLabel("Access token");
  await token.fill(sim.user("Dana Demo").grants().value);
  await page.getByRole("button", { name: "Check and connect" }).click();
  const paste = page.getByRole("region", { name: "Or paste a token" });
  await expect(paste.getByRole("alert")).toContainText("This is a person's own token.");
  await token.fill(sim.user("Dana Demo").issuesPageToken(sim.page("Harbor Bikes").page.id).value);
  await page.getByRole("button", { name: "Check and connect" }).click();
  await expect(paste.getByRole("status")).toContainText("Harbor Bikes is connected");
  await expect(token).toHaveValue("");

  await page.getByRole("checkbox", { name: "Skip this page next time" }).check();
  await page.getByRole("link", { name: "All Pages" }).click();
  await expect(page.getByRole("link", { name: "Connect Pages" })).toHaveAttribute("href", "/api/pages/connect");
});

test("a connected Page that is not ticked again is told by name", async ({ page, signIn, sim, desk }) => {
  await signIn();
  await consentAs(page, "Dana Demo");
  const { dialog, list } = pickerOf(page);
  await list.getByRole("checkbox", { name: "Casa Verde" }).check();
  await dialog.getByRole("button", { name: "Link 1 Page" }).click();
  await expect(dialog.getByText("1 Page is linked")).toBeVisible();

  await page.goto("/pages/connect");
  await expect(page.getByText("Keep every Page ticked that is connected already")).toBeVisible();
  await expect(page.getByText("Casa Verde", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Continue to Facebook" }).click();
  await page.getByRole("link", { name: "Dana Demo" }).click();
  await page.getByRole("checkbox", { name: /Casa Verde/ }).uncheck();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(dialog.getByRole("alert")).toContainText("A connected Page is no longer shared with this desk");
  await expect(dialog.getByRole("alert")).toContainText("Replies from Casa Verde fail.");
  await expect(dialog.getByRole("link", { name: "Choose Pages again", exact: true })).toBeVisible();
  expect(sim.page("Casa Verde").subscribedFields()).not.toBeNull();
  expect(desk.logs()).not.toContain("EAA");
});

test("one Page fails with its reason while the others are linked, and is tried again", async ({
  page,
  signIn,
  sim,
  desk,
}) => {
  const { url, settings } = desk;
  await sim.app.subscribe({ callbackUrl: `${url}/api/webhook`, verifyToken: settings.verifyToken, instagram: true });
  await signIn();
  await consentAs(page, "Dana Demo");
  const { dialog, rows } = pickerOf(page);
  await expect(rows).toHaveCount(3);
  await dialog.getByRole("checkbox", { name: "Select all that can be linked" }).check();
  const casaVerde = sim.page("Casa Verde").page.id;
  sim.faults.failNext({
    operation: "subscribed_apps",
    method: "POST",
    path: casaVerde,
    code: 200,
    message: "(#200) To subscribe to the messages field, the Page must be published.",
  });
  await dialog.getByRole("button", { name: "Link 3 Pages" }).click();

  await expect(dialog.getByText("2 of 3 Pages are linked")).toBeVisible();
  const failed = rows.filter({ hasText: "Casa Verde" });
  await expect(failed.getByText("Not linked")).toBeVisible();
  await expect(failed).toContainText(/[A-Z].+\./);
  expect(desk.logs()).not.toContain("EAA");

  await dialog.getByRole("button", { name: "Try 1 Page again" }).click();
  await expect(dialog.getByText("3 Pages are linked")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("list", { name: "Pages" }).getByText("Healthy").filter({ visible: true })).toHaveCount(3);
});
