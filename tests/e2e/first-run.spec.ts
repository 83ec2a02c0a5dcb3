import { expect, test } from "../support/e2e-test";

test.use({ deskState: "new", mayOpenSimulator: true });

test("somebody sets the desk up, connects three Pages and signs out", async ({ page, desk, sim }) => {
  const { url, settings } = desk;
  await sim.app.subscribe({ callbackUrl: `${url}/api/webhook`, verifyToken: settings.verifyToken, instagram: true });
  await page.goto(`/setup?token=${desk.settings.setupToken}`);
  await expect(page.getByText("You will be the owner of this desk")).toBeVisible();
  await page.getByRole("button", { name: "Continue with Facebook" }).click();
  await page.getByRole("link", { name: "Dana Demo" }).click();
  await page.getByRole("button", { name: "Continue as Dana Demo" }).click();

  await expect(page.getByRole("heading", { name: "No Page is connected yet" })).toBeVisible();
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByText("Messages to your Facebook Pages appear here")).toBeVisible();
  await page.getByRole("link", { name: "Connect Pages" }).click();
  await expect(page).toHaveURL(/\/pages$/);
  await page.getByRole("link", { name: "Connect Pages" }).click();
  await page.getByRole("link", { name: "Continue to Facebook" }).click();

  await page.getByRole("link", { name: "Dana Demo" }).click();
  await expect(page.getByRole("group", { name: "Pages (3)" })).toBeVisible();
  await page.getByRole("button", { name: "Allow" }).click();

  const picker = page.getByRole("dialog", { name: "Which Pages should this desk answer?" });
  const shown = picker.getByRole("list", { name: "Your Pages at Facebook" });
  for (const name of ["Harbor Bikes", "Casa Verde", "Nord Kaffe"]) {
    const box = shown.getByRole("checkbox", { name });
    await box.check();
    await expect(box).toBeChecked();
  }
  await picker.getByRole("button", { name: "Link 3 Pages" }).click();
  await expect(picker.getByText("3 Pages are linked")).toBeVisible();
  await expect(shown.getByText("Linked", { exact: true })).toHaveCount(3);
  await picker.getByRole("button", { name: "Done" }).click();

  const pages = page.getByRole("list", { name: "Pages" });
  await expect(pages.getByRole("listitem")).toHaveCount(3);
  await expect(pages.getByText("Healthy").filter({ visible: true })).toHaveCount(3);

  await page.getByRole("button", { name: "Dana Demo, your menu" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("without an owner, signing in leads to the set-up, where a wrong token is explained", async ({ page, desk }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Facebook" }).click();
  await page.getByRole("link", { name: "Sam Support" }).click();
  await page.getByRole("button", { name: "Continue as Sam Support" }).click();
  await expect(page.getByRole("heading", { name: "This desk has no owner" })).toBeVisible();
  await page.getByRole("link", { name: "Set up this desk" }).click();
  await expect(page.getByText("The server printed the setup link in its log")).toBeVisible();

  await page.goto("/setup?token=not-the-one-that-was-printed");
  await expect(page.getByText("That is not the setup token")).toBeVisible();
  await expect(page.getByText("The server printed the setup link in its log")).toBeVisible();
  await page.getByRole("textbox", { name: "Setup token" }).fill(desk.settings.setupToken);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("button", { name: "Continue with Facebook" })).toBeVisible();
});

test.describe("on a desk that has an owner", () => {
  test.use({ deskState: "shared" });

  test("somebody who is not invited is told so, and can leave", async ({ page }) => {
    await page.goto("/inbox");
    await page.getByRole("button", { name: "Continue with Facebook" }).click();
    await page.getByRole("link", { name: "Sam Support" }).click();
    await page.getByRole("button", { name: "Continue as Sam Support" }).click();
    await expect(page.getByRole("heading", { name: "You are not invited yet" })).toBeVisible();
    await expect(page.getByText("You are signed in as Sam Support.")).toBeVisible();
    await page.goto("/pages");
    await expect(page.getByRole("heading", { name: "You are not invited yet" })).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  test("the owner signs in again and comes back to where they wanted to go", async ({ page }) => {
    await page.goto("/notifications");
    await page.getByRole("button", { name: "Continue with Facebook" }).click();
    await page.getByRole("link", { name: "Dana Demo" }).click();
    await page.getByRole("button", { name: "Continue as Dana Demo" }).click();
    await expect(page.getByRole("heading", { name: "Notifications" })).toBeVisible();
  });

  test("cancelling Facebook's dialog at sign-in is said politely", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Continue with Facebook" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("Facebook did not confirm who you are")).toBeVisible();
    await expect(page.getByRole("button", { name: "Continue with Facebook" })).toBeVisible();
  });

  test("the setup link no longer makes owners", async ({ page, desk }) => {
    await page.goto(`/setup?token=${desk.settings.setupToken}`);
    await expect(page.getByText("This desk already has an owner")).toBeVisible();
    await expect(page.getByRole("button", { name: "Continue with Facebook" })).toHaveCount(0);
  });
});
