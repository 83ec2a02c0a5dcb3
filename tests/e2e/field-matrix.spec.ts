import { expect, test } from "../support/e2e-test";

test("fields of many Pages are staged, looked at, applied, tried again and taken back", async ({
  page,
  signIn,
  sim,
}) => {
  await signIn();
  await page.goto("/pages/fields");
  const table = page.getByRole("table", { name: "Fields by Page" });
  const cell = (field: string, name: string, state: string) =>
    table.getByRole("button", { name: `${field} on ${name}, ${state}`, exact: true });

  // By mouse and by keyboard; nothing is written yet.
  await cell("standby", "Casa Verde", "on").click();
  await expect(cell("standby", "Casa Verde", "to be switched off")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(cell("standby", "Harbor Bikes", "on")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await expect(cell("messaging_handovers", "Harbor Bikes", "on")).toBeFocused();
  await expect(page.getByText("2 changes on 2 Pages")).toBeVisible();
  expect(sim.page("Casa Verde").subscribedFields()).toContain("standby");

  // Nor is it lost on the way to a Page and back.
  await page.getByRole("link", { name: "All Pages" }).click();
  await page.getByRole("link", { name: "Fields", exact: true }).click();
  await expect(page.getByText("2 changes on 2 Pages")).toBeVisible();

  const casaVerde = sim.page("Casa Verde").page.id;
  const message = "(#200) Not today";
  sim.faults.failNext({ operation: "subscribed_apps", method: "POST", path: casaVerde, code: 200, message });
  await page.getByRole("button", { name: "Review" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("list", { name: "Changes by Page" }).getByRole("listitem")).toHaveText([
    /Casa Verde.*Off: standby/,
    /Harbor Bikes.*Off: standby/,
  ]);
  await dialog.getByRole("button", { name: "Apply to 2 Pages" }).click();
  await expect(dialog.getByText("1 of 2 Pages are changed")).toBeVisible();
  await expect(dialog.getByText(`Facebook said: ${message}`)).toBeVisible();
  await dialog.getByRole("button", { name: "Try 1 Page again" }).click();
  await expect(dialog.getByText("2 Pages are changed", { exact: true })).toBeVisible();
  expect(sim.page("Casa Verde").subscribedFields()).not.toContain("standby");

  await dialog.getByRole("button", { name: "Undo on 2 Pages" }).click();
  await expect.poll(() => sim.page("Casa Verde").subscribedFields()).toContain("standby");
  await expect(dialog.getByText("2 Pages are changed", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(cell("standby", "Harbor Bikes", "on")).toBeVisible();
  await expect(page.getByText("Taken back on 2 Pages")).toBeVisible();
});

test("what customers would notice is agreed to first, in the matrix and on the Page", async ({ page, signIn, sim }) => {
  await signIn();
  await page.goto("/pages/fields?columns=more");
  await page.getByRole("button", { name: "response_feedback on Nord Kaffe, off" }).click();
  await page.getByRole("button", { name: "Review" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("It adds thumbs buttons to every message the Page sends.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Apply to 1 Page" })).toBeDisabled();
  await page.keyboard.press("Escape");

  const { id } = sim.page("Nord Kaffe").page;
  await page.goto(`/pages/${id}`);
  await page.getByText(/\d+ more fields/).click();
  await page.getByRole("switch", { name: "response_feedback" }).click();
  await expect(dialog).toContainText("It adds thumbs buttons to every message the Page sends.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(sim.page(id).subscribedFields()).not.toContain("response_feedback");
});
