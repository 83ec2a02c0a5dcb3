import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { expect, test } from "../support/e2e-test";
import { HARBOR_BIKES } from "../support/owned-desk";
import { aColleague, inviteToken } from "../support/staff";

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use({ ...look.use, deskState: "fresh" });

    test("what is about people is accessible, and no wider than the screen", async ({ page, world, signIn }) => {
      test.slow();
      await aColleague(world, { role: "agent", name: "Mia Moran", pageIds: [HARBOR_BIKES] });
      const gone = await aColleague(world, { role: "developer", name: "Gone Gordon" });
      await world.client.post(`/api/people/${gone.id}/deactivate`);
      const { token } = await inviteToken(world, { role: "agent", pageIds: [HARBOR_BIKES], note: "Somebody new" });
      await world.client.post("/api/api-keys", { name: "Orders", role: "agent", hasAllPages: true, pageIds: [] });
      const check = async (name: string) => {
        await expectAccessible(page, name);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, name).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      };

      await page.goto("/sign-in");
      await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
      await check("sign-in");
      await page.goto(`/join#${token}`);
      await page.getByText("Join with email and password instead").click();
      await check("join");

      await signIn();
      await page.goto("/team");
      await expect(page.getByText("Gone Gordon")).toBeVisible();
      await expect(page.getByText("Somebody new")).toBeVisible();
      await check("team");
      await page.getByRole("button", { name: "What to do with Mia Moran" }).click();
      await page.getByRole("menuitem", { name: "Change role and Pages" }).click();
      await expect(page.getByRole("checkbox", { name: "Harbor Bikes" })).toBeChecked();
      await check("role and Pages");
      await page.keyboard.press("Escape");
      await page.goto("/team/audit");
      await expect(page.getByText("Invited somebody").first()).toBeVisible();
      await check("audit log");
      await page.goto("/settings");
      await expect(page.getByText("This browser")).toBeVisible();
      await check("settings");
      await page.goto("/settings/api");
      await expect(page.getByText("Orders")).toBeVisible();
      await check("API keys");
      await page.getByRole("button", { name: "New key" }).click();
      await page.getByRole("textbox", { name: "Name" }).fill("Trial");
      await check("new key");
      await page.getByRole("button", { name: "Make key" }).click();
      await expect(page.getByRole("textbox", { name: "API key" })).toBeVisible();
      await check("the key");
      await page.goto("/settings/api/reference#put-api-people-userId");
      await expect(page.getByRole("table", { name: "Body" })).toBeVisible();
      await check("reference");
    });
  });
}
