import type { Page } from "@playwright/test";
import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";
import { CASA_VERDE, HARBOR_BIKES } from "../support/owned-desk";

test.use({ deskState: "fresh", mayOpenSimulator: true, ...LOOKS[0].use });

// Harbor Bikes has an Instagram account: without its webhook the Page would need attention from the start.
test.beforeEach(async ({ sim, desk }) => {
  const { verifyToken } = desk.settings;
  await sim.app.subscribe({ callbackUrl: `${desk.url}/api/webhook`, verifyToken, instagram: true });
});

const check = (page: Page) => page.getByRole("button", { name: "Check now" }).click();
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const rowsOf = (page: Page) => page.getByRole("list", { name: "Pages" }).getByRole("listitem");
const historyOf = (page: Page) => page.getByRole("list", { name: "What happened" });

test("a password was changed: the Page and its threads say so, and connecting it again mends it", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  const ana = await aPerson("Ana Lima");
  await ana.says("Do you open on Sunday?");
  await signIn();
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await expect(inbox.row("Ana Lima")).toBeVisible();
  sim.user("Dana Demo").changesPassword();
  await page.goto(`/pages/${HARBOR_BIKES}`);
  await check(page);
  await expect(title(page)).toContainText("Broken");
  await expect(page.getByText("A password was changed", { exact: true })).toBeVisible();
  await expect(historyOf(page)).toContainText("Problem: A password was changed");
  await expectAccessible(page, "broken Page");

  // Her other Pages' tokens died with it, and are found out within seconds.
  await expect(page.getByRole("link", { name: /Pages.*3 Pages are broken/ })).toBeVisible();
  await inbox.place.click();
  await inbox.row("Ana Lima").click();
  const banner = page.getByRole("note").filter({ hasText: "Replies from this Page fail: A password was changed." });
  await expect(banner).toBeVisible();
  await expectAccessible(page, "thread of a broken Page");
  await banner.getByRole("link", { name: "See how to fix it" }).click();
  await page.getByRole("link", { name: "Reconnect Page" }).click();

  await page.getByRole("link", { name: "Dana Demo" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  const picker = page.getByRole("dialog");
  await picker.getByRole("button", { name: "Link 3 Pages" }).click();
  await picker.getByRole("button", { name: "Done" }).click();
  await expect(rowsOf(page).filter({ hasText: "Harbor Bikes" })).toContainText("Healthy");
  await rowsOf(page).getByRole("link", { name: "Harbor Bikes" }).click();
  await expect(historyOf(page)).toContainText("Fixed: A password was changed");
});

test("Facebook took the app off a Page: one button subscribes it again", async ({ page, signIn, sim }) => {
  await signIn();
  sim.page("Casa Verde").unsubscribe();
  await page.goto(`/pages/${CASA_VERDE}`);
  await check(page);
  await expect(title(page)).toContainText("Broken");
  await page.getByRole("link", { name: "All Pages" }).click();
  const casaVerde = rowsOf(page).first();
  await expect(casaVerde).toContainText("Facebook sends nothing for this Page");
  await page.getByRole("button", { name: "Broken 1" }).click();
  await expect(page).toHaveURL(/status=broken/);
  await expect(rowsOf(page)).toHaveCount(1);
  await expectAccessible(page, "list of broken Pages");
  await page.setViewportSize(LOOKS[1].use.viewport);
  await expectAccessible(page, "list of broken Pages on a phone");
  await casaVerde.getByRole("button", { name: "Subscribe again" }).click();
  await expect(page.getByText("No Page is in this state.")).toBeVisible();
  expect(sim.page("Casa Verde").subscribedFields()).toContain("messages");
  await page.getByRole("button", { name: "Show all Pages" }).click();
  await expect(rowsOf(page).filter({ hasText: "Casa Verde" })).toContainText("Healthy");
});

test("a field is off for the whole app: it is said once, and switched on from here", async ({ page, signIn, sim }) => {
  await signIn();
  sim.app.change({ fields: ["messages"] });
  await page.goto("/pages");
  await page.getByRole("button", { name: "Check 3 Pages" }).click();
  await expect(page.getByText("3 Pages checked: 3 have problems.")).toBeVisible();
  const shared = page.getByRole("region", { name: "What concerns every Page" });
  await expect(shared.getByText("Fields are switched off for the whole app")).toHaveCount(1);
  await expect(rowsOf(page).filter({ hasText: "Attention" })).toHaveCount(3);

  await shared.getByRole("button", { name: "Switch on for the app" }).click();
  await expect(shared).toBeHidden();
  await expect(rowsOf(page).filter({ hasText: "Healthy" })).toHaveCount(3);
});
