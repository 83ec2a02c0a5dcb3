import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "unlinked", mayOpenSimulator: true });

/** Through Facebook's dialog as this person, with every permission and every Page. */
async function consentAs(page: Page, person: string) {
  await page.goto("/pages");
  await page.getByRole("link", { name: "Connect Pages" }).click();
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
  await expect(dialog.getByText("150 Pages are linked")).toBeVisible({ timeout: 40_000 });
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
  await page.goto("/pages");
  await page.getByRole("link", { name: "Connect Pages" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("No Page was connected", { exact: true })).toBeVisible();
  await expect(page.getByText("Connect Pages whenever you are ready.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Connect Pages" })).toBeVisible();
});

test("declining a permission is shown on every Page that needs it", async ({ page, signIn }) => {
  await signIn();
  await page.goto("/pages");
  await page.getByRole("link", { name: "Connect Pages" }).click();
  await page.getByRole("link", { name: "Dana Demo" }).click();
  await page.getByRole("checkbox", { name: /pages_messaging/ }).uncheck();
  await page.getByRole("button", { name: "Allow" }).click();
  const { rows, list } = pickerOf(page);
  await expect(rows).toHaveCount(3);
  await expect(list.getByText("You declined a permission that it needs: pages_messaging.")).toHaveCount(3);
  await expect(list.getByRole("checkbox", { disabled: true })).toHaveCount(3);
});

test("one Page fails with its reason while the others are linked, and is tried again", async ({
  page,
  signIn,
  sim,
  desk,
}) => {
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
